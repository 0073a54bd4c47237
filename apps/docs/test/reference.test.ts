/** The lists of reference cases point at fixtures and tests that are there, and the page counts them right. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as analysis from '@plumbline/analysis'
import * as kernel from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'

interface CoveredCase {
  readonly case: string
  readonly fixture: string
  readonly at: readonly string[]
  readonly test: string
}
const root = join(import.meta.dirname, '../../..')
const testsOf = (name: string): string => join(root, 'packages', name, 'test')
const listOf = (name: string): readonly CoveredCase[] =>
  (JSON.parse(readFileSync(join(testsOf(name), 'fixtures/COVERAGE.json'), 'utf8')) as { cases: CoveredCase[] }).cases
const lists = { kernel: listOf('kernel'), analysis: listOf('analysis'), 'plugin-host': listOf('plugin-host') }

describe.each(Object.entries(lists))('the list of %s', (name, cases) => {
  it('points at results that are there', () => {
    const contents = new Map(
      [...new Set(cases.map(({ fixture }) => fixture))].map(
        (fixture) =>
          [fixture, JSON.parse(readFileSync(join(testsOf(name), 'fixtures', fixture), 'utf8')) as unknown] as const,
      ),
    )
    const lost = cases.flatMap(({ fixture, at }) =>
      at.filter((place) => valueAt(contents.get(fixture), place) === undefined),
    )
    expect(lost).toEqual([])
    expect(cases.filter(({ at }) => at.length === 0)).toEqual([])
  })

  it.each([...new Set(cases.map(({ test }) => test))])('%s checks that it reads its cases', (test) => {
    const file = join(testsOf(name), test)
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8').trimEnd().endsWith('readsEveryCase(import.meta.url)')).toBe(true)
  })

  it('has a source for every fixture', () => {
    const folders = new Set(cases.map(({ fixture }) => dirname(fixture)))
    for (const folder of folders) expect(existsSync(join(testsOf(name), 'fixtures', folder, 'SOURCE.md'))).toBe(true)
  })
})

it('reference.md counts the cases of every family', () => {
  const page = readFileSync(join(root, 'apps/docs/reference.md'), 'utf8')
  const told = new Map(
    [...page.matchAll(/^\| `([^`]+)` +\|.*\| +(\d+) \|$/gm)].map(([, family = '', count]) => [family, Number(count)]),
  )
  const families = Map.groupBy(new Set(Object.values(lists).flatMap((list) => list.map((one) => one.case))), (id) =>
    id.split('/').slice(0, 2).join('/'),
  )
  expect(told).toEqual(new Map([...families].map(([family, ids]) => [family, ids.length] as const)))
  const total = [...families.values()].reduce((sum, ids) => sum + ids.length, 0)
  expect(page).toMatch(new RegExp(String.raw`\| total +\| +${total} \|`))
  // COINr's own cases: all of them
  expect(['small', 'medium', 'vectors', 'panel'].map((set) => told.get(`coinr/${set}`))).toEqual([130, 136, 10, 1])
})

describe('the functions that reference.md names', () => {
  const packages: Readonly<Record<string, object>> = { kernel, analysis }
  const page = readFileSync(join(root, 'apps/docs/reference.md'), 'utf8')
  const rows = [...page.matchAll(/^\| ([^|]+?) +\| (kernel|analysis) +\| ([^|]+?) +\|[^|]*\| ([^|]+?) +\|$/gm)]

  it('go with every test of the lists', () => {
    const tests = new Set(Object.values(lists).flatMap((list) => list.map((one) => one.test.replace('.test.ts', ''))))
    expect([...tests].filter((test) => !page.includes(test))).toEqual([])
    expect(rows.length).toBeGreaterThan(0)
  })

  it.each(
    rows.map(([, operation = '', name = '', functions = '', test = '']) => ({ operation, name, functions, test })),
  )('$operation', ({ name, functions, test }) => {
    const names = [...functions.matchAll(/`(\w+)`/g)].map(([, one = '']) => one)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((one) => typeof Reflect.get(packages[name] ?? {}, one) !== 'function')).toEqual([])
    expect(existsSync(join(testsOf(name), `${test}.test.ts`))).toBe(true)
  })
})

function valueAt(content: unknown, place: string): unknown {
  return place
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      content,
    )
}
