import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInThisContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../src/', import.meta.url))
const files = globSync('{audit,numeric}/**/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'))

interface Example {
  readonly code: string
  readonly expected: string
}

/** Examples of a file: statements, the last one with its value after two slashes. */
function examplesOf(source: string): Example[] {
  const blocks = [...source.matchAll(/@example([\s\S]*?)(?=\n \* @|\n \*\/)/g)].map(([, block = '']) => block)
  return blocks.map((block) => {
    const lines = block.split('\n').map((line) => line.replace(/^ \* ?/, '').trim())
    const [, code = '', expected = ''] = /^([\s\S]*) \/\/ (.*)$/.exec(lines.join('\n').trim()) ?? []
    return { code, expected }
  })
}

/** The last line of the example is its value. */
function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const at = code.lastIndexOf('\nconst ')
  const rest = at < 0 && !code.startsWith('const ') ? 0 : code.indexOf('\n', at + 1) + 1
  const script = `(function ({ ${Object.keys(scope).join(', ')} }) { ${code.slice(0, rest)} return (${code.slice(rest)}) })`
  const run: unknown = runInThisContext(script.replaceAll(' as const', ''))
  return typeof run === 'function' ? Reflect.apply(run, undefined, [scope]) : undefined
}

function expectSame(actual: unknown, expected: unknown): void {
  if (typeof expected === 'number' && typeof actual === 'number' && !Number.isNaN(expected)) {
    expect(Math.abs(actual - expected)).toBeLessThan(1e-12)
  } else if (Array.isArray(expected) || expected instanceof Float64Array) {
    const [a, e] = [Array.from(actual as ArrayLike<unknown>), Array.from(expected)]
    expect(a.length).toBe(e.length)
    e.forEach((value, index) => expectSame(a[index], value))
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(Object(actual)).sort()).toEqual(Object.keys(expected).sort())
    for (const [key, value] of Object.entries(expected)) expectSame(Object(actual)[key], value)
  } else expect(actual).toEqual(expected)
}

const METHODS = /^export (?:async )?function |^export const \w+ = \(/m

describe.each(files)('examples of %s', (file) => {
  const source = readFileSync(`${folder}${file}`, 'utf8')
  const examples = examplesOf(source)

  it.each(examples)('$code', async ({ code, expected }) => {
    const scope = (await import(`${folder}${file}`)) as Record<string, unknown>
    expect(expected, 'an example says what it gives').not.toBe('')
    expectSame(evaluate(code, scope), evaluate(expected, scope))
  })

  it('a file with a method has one', () => {
    const helpers = [
      'column.ts',
      'pairs.ts',
      'moments.ts',
      'tree.ts',
      'threshold.ts',
      'ratings.ts',
      'flags.ts',
      'correlations-of.ts',
    ]
    const needed = file.startsWith('audit') && METHODS.test(source) && !helpers.includes(basename(file))
    expect(examples.length).toBeGreaterThanOrEqual(needed ? 1 : 0)
  })
})
