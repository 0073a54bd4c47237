import { afterAll, describe, expect, it } from 'vitest'
import { createSandbox, LIMITS, sandboxDigest } from '../src/index.ts'

const sandbox = createSandbox()
afterAll(() => sandbox.stop())

const run = (source: string, ...inputs: readonly Readonly<Record<string, number | string | boolean | null>>[]) =>
  sandbox.run({ file: 'code/mix.ts', source }, inputs)

describe('a program', () => {
  it('is TypeScript with erasable types, and takes defineIndicator from the contract', async () => {
    const source = `import { defineIndicator } from '@plumbline/plugin-api'
      interface Inputs { readonly used: number; readonly all: number }
      export default defineIndicator<Inputs>({ value: ({ used, all }: Inputs): number => (100 * used) / all })`
    expect(await run(source, { used: 1, all: 4 }, { used: 3, all: 4 })).toEqual([
      { kind: 'value', value: 25 },
      { kind: 'value', value: 75 },
    ])
  })

  it.each([
    ['true', 1],
    ['false', 0],
    ['null', null],
    ['1 / 3', 0.333333],
    ['-1e-9', 0],
    ['123456789.1234567', 123456789.123457],
    ['1e300', 1e300],
  ])('that gives %s gives %j: numbers on a grid of millionths', async (expression, value) => {
    expect(await run(`export default { value: () => ${expression} }`, {})).toEqual([{ kind: 'value', value }])
  })

  it.each(['undefined', 'NaN', 'Infinity', "'12'", '[1]', '({})', '1n', "Symbol('x')", '() => 1'])(
    'that gives %s is at fault: a result is a finite number, true, false or null',
    async (expression) => {
      expect(await run(`export default { value: () => (${expression}) }`, {})).toMatchObject([
        { kind: 'fault', code: 'CODE_RESULT' },
      ])
    },
  )

  it('that throws is shown with its own line and column', async () => {
    const source = `export default {\n  value(input: { a: number }) {\n    throw new RangeError('no ' + input.a)\n  },\n}\n`
    expect(await run(source, { a: 7 })).toMatchObject([
      { kind: 'fault', code: 'CODE_THREW', params: { error: 'RangeError: no 7' }, line: 3, fatal: false },
    ])
  })

  it('with syntax that leaving types out cannot read is refused before it runs', async () => {
    await expect(run('enum A { b }\nexport default { value: () => A.b }', {})).rejects.toMatchObject({
      faults: [{ code: 'CODE_SYNTAX', at: { file: 'code/mix.ts', line: 1, column: 1 } }],
    })
  })

  it('of more than its length is refused', async () => {
    const long = `// ${'x'.repeat(LIMITS.sourceLength)}`
    await expect(run(long, {})).rejects.toMatchObject({ faults: [{ code: 'CODE_TOO_LONG' }] })
  })

  it('gives the same bits for the same inputs, in any order of the units', async () => {
    const source = 'export default { value: ({ a }) => Math.pow(a, 1 / 3) + Math.exp(a / 7) + Math.hypot(a, 2) }'
    const inputs = Array.from({ length: 30 }, (_, index) => ({ a: 1 + index * 0.37 }))
    const forth = await run(source, ...inputs)
    const back = await run(source, ...inputs.toReversed())
    expect(back.toReversed()).toEqual(forth)
  })

  it('serves jobs asked for at once, each with its own answers', async () => {
    const answers = await Promise.all([1, 2, 3].map((a) => run('export default { value: ({ a }) => a * 10 }', { a })))
    expect(answers).toEqual([10, 20, 30].map((value) => [{ kind: 'value', value }]))
  })
})

it('has a digest of engine and limits, always the same', () => {
  expect(sandboxDigest()).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(sandboxDigest()).toBe(sandboxDigest())
})
