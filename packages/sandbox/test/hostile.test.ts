/**
 * Programs that mean harm, or do it by mistake. Each must end with a named fault within its deadline, leave the thread
 * able to work (or replaced), and reach nothing of the host.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { createSandbox, type Outcome } from '../src/index.ts'
import { ATTACKS, valueOf } from '../src/testing/attacks.ts'

const sandbox = createSandbox()
afterAll(() => sandbox.stop())

async function outcomeOf(source: string): Promise<Outcome | null> {
  const [outcome] = await sandbox.run({ file: 'hostile.js', source }, [{ a: 1 }])
  return outcome ?? null
}

describe('a program that means harm is contained', () => {
  it.each(ATTACKS)('$name', async ({ source, codes }) => {
    const outcome = await outcomeOf(source)
    expect(outcome).toMatchObject({ kind: 'fault' })
    expect(codes).toContain(outcome && 'code' in outcome ? outcome.code : null)
    // The next job is served as if nothing had happened.
    expect(await outcomeOf(valueOf('return input.a + 1'))).toEqual({ kind: 'value', value: 2 })
  })
})

describe('nothing of the host, the clock or chance is there', () => {
  const ABSENT = [
    'process',
    'require',
    'module',
    'Buffer',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebAssembly',
    'Worker',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'performance',
    'Date',
    'Proxy',
    'SharedArrayBuffer',
    'Atomics',
    'WeakRef',
    'FinalizationRegistry',
    'console',
    'navigator',
    'Deno',
    'Bun',
    'std',
    'os',
    'print',
    'scriptArgs',
    'Intl',
    'crypto',
  ]

  it.each(ABSENT)('%s', async (name) => {
    expect(await outcomeOf(valueOf(`return typeof globalThis[${JSON.stringify(name)}] === 'undefined'`))).toEqual({
      kind: 'value',
      value: 1,
    })
  })

  it('Math.random', async () => {
    expect(await outcomeOf(valueOf("return typeof Math.random === 'undefined'"))).toEqual({ kind: 'value', value: 1 })
  })

  it.each([
    "return (function () { return this })() === undefined || typeof (function () { return this })().process === 'undefined'",
    "return typeof ''.constructor.constructor('return globalThis')().process === 'undefined'",
    "return typeof input.constructor.constructor('return this')().process === 'undefined'",
    "try { null.x } catch (error) { return typeof error.constructor.constructor('return globalThis')().process === 'undefined' }",
    "return typeof eval('globalThis').process === 'undefined'",
    "return typeof [].map.constructor('return globalThis')().require === 'undefined'",
    'Object.prototype.polluted = 1; return 1',
  ])('by the way of a constructor: %s', async (body) => {
    expect(await outcomeOf(valueOf(body))).toEqual({ kind: 'value', value: 1 })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('one unit cannot reach another', () => {
  it('through a variable of the module, the global object or a prototype', async () => {
    const source = `let seen = 0
      export default { value() { seen++; globalThis.n = (globalThis.n ?? 0) + 1; Array.prototype.n = (Array.prototype.n ?? 0) + 1
        return seen + globalThis.n + [].n } }`
    const outcomes = await sandbox.run({ file: 'state.js', source }, [{}, {}, {}])
    expect(outcomes).toEqual([3, 3, 3].map((value) => ({ kind: 'value', value })))
  })

  it('by replacing the functions that read its inputs', async () => {
    const source = `JSON.parse = () => ({ a: 99 }); export default { value: (input) => input.a }`
    const outcomes = await sandbox.run({ file: 'parse.js', source }, [{ a: 1 }, { a: 2 }])
    // It fools nobody but itself, and every unit alike.
    expect(outcomes).toEqual([99, 99].map((value) => ({ kind: 'value', value })))
  })

  it('stops at the first unit that the engine does not survive, and keeps what was answered', async () => {
    const source = valueOf('if (input.a === 2) for (;;); return input.a')
    const outcomes = await sandbox.run({ file: 'loop.js', source }, [{ a: 1 }, { a: 2 }, { a: 3 }])
    expect(outcomes[0]).toEqual({ kind: 'value', value: 1 })
    expect(outcomes[1]).toMatchObject({ code: 'CODE_TIMEOUT' })
    expect(outcomes[2]).toBeNull()
  })
})
