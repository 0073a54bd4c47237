import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintProbes, ROOT } from './probe.ts'

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `export const a${i} = ${i}\n`).join('')
const branches = (count: number): string =>
  Array.from({ length: count }, (_, i) => `  if (x === ${i}) return ${i}\n`).join('')

const BROKEN: readonly (readonly [rule: string, path: string, source: string])[] = [
  ['no-explicit-any', 'packages/api/src/a.ts', 'export const f = (x: any): void => x\n'],
  ['no-non-null-assertion', 'packages/api/src/b.ts', 'export const f = (x: string | null): string => x!\n'],
  ['max-params', 'packages/api/src/c.ts', 'export const f = (a: 1, b: 2, c: 3, d: 4): unknown => [a, b, c, d]\n'],
  [
    'max-params',
    'packages/api/test/c.test.ts',
    'export const f = (a: 1, b: 2, c: 3, d: 4, e: 5): unknown => [a, b, c, d, e]\n',
  ],
  ['max-lines', 'packages/api/src/d.ts', lines(251)],
  ['complexity', 'packages/api/src/e.ts', `export function f(x: number): number {\n${branches(21)}  return -1\n}\n`],
  ['no-default-export', 'packages/api/src/f.ts', 'export default 1\n'],
  ['no-restricted-properties', 'packages/demo/src/g.ts', 'export const f = (): number => Math.random()\n'],
  ['no-restricted-globals', 'packages/kernel/src/h.ts', 'export const f = (): number => Date.now()\n'],
  [
    'no-restricted-globals',
    'packages/kernel/src/i.ts',
    'export const f = (): string | undefined => process.env["A"]\n',
  ],
  [
    'no-focused-tests',
    'packages/api/test/j.test.ts',
    "import { it, expect } from 'vitest'\nit.only('a', () => { expect(1).toBe(1) })\n",
  ],
]

const SOUND: readonly (readonly [rule: string, path: string, source: string])[] = [
  ['max-params', 'packages/api/src/k.ts', 'export const f = (a: 1, b: 2, c: 3): unknown => [a, b, c]\n'],
  ['max-params', 'packages/api/test/k.test.ts', 'export const f = (a: 1, b: 2, c: 3, d: 4): unknown => [a, b, c, d]\n'],
  ['max-lines', 'packages/api/src/l.ts', lines(250)],
  ['max-lines', 'packages/api/test/l.test.ts', lines(600)],
  ['no-default-export', 'packages/api/vitest.config.ts', 'export default {}\n'],
  ['max-lines', 'packages/i18n/src/faults/l.ts', lines(600)],
  ['complexity', 'packages/api/src/m.ts', `export function f(x: number): number {\n${branches(19)}  return -1\n}\n`],
]

describe('bars', () => {
  const found = lintProbes(new Map([...BROKEN, ...SOUND].map(([, path, source]) => [path, source])))
  const rules = (path: string): string =>
    found
      .get(path)
      ?.map(({ code }) => code)
      .join(' ') ?? ''

  it.each(BROKEN)('%s stops %s', (rule, path) => {
    expect(rules(path)).toContain(rule)
  })

  it.each(SOUND)('%s lets %s pass', (rule, path) => {
    expect(rules(path)).not.toContain(rule)
  })
})

/** The linter warns from 250 lines on; a rule has one level only, so the end, 400, is held here. */
it('no source file is longer than 400 lines; tests, wordings and generated files may be', () => {
  const sources = ['packages', 'apps', 'plugins', 'tooling']
    .flatMap((parent) =>
      readdirSync(join(ROOT, parent), { withFileTypes: true }).map((entry) => join(ROOT, parent, entry.name)),
    )
    .flatMap((folder) => filesBelow(join(folder, 'src')))
    .filter(
      (file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.(test|gen)\.tsx?$|[/\\](test|fixtures|faults|ui)[/\\]/.test(file),
    )
  expect(sources.length).toBeGreaterThan(20)
  expect(sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401)).toEqual([])
})

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  } catch {
    return []
  }
}
