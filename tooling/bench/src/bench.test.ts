import { compile, score } from '@plumbline/kernel'
import { expect, it } from 'vitest'
import { differences } from './bench-kernel.ts'
import { summary } from './measure.ts'
import { rowsOf, scoreNaively } from './naive.ts'
import { headingOf, pageOf, partsOf, stamped } from './report.ts'
import { dataset, framework } from './workload.ts'

it('kernel and plain reference agree on scores, grades and ranks of the workload', () => {
  const data = dataset(375)
  const result = score(compile(framework), data)
  const reference = scoreNaively(framework, rowsOf(data))
  expect(differences(result, reference)).toEqual([])
  expect(new Set(reference.map(({ grade }) => grade)).size).toBeGreaterThan(3)
  const wrong = reference.map((row, place) => (place === 0 ? { ...row, score: 1000 } : row))
  expect(differences(result, wrong)).toHaveLength(1)
})

it('a timing is the median and the least of its runs', () => {
  expect(summary('odd', [3, 1, 2])).toEqual({ name: 'odd', runs: 3, median: 2, min: 1 })
  expect(summary('even', [4, 1, 2, 3])).toEqual({ name: 'even', runs: 4, median: 2.5, min: 1 })
})

it('a page is read back into its parts, each with its date', () => {
  const one = stamped('## One\n\n| a |\n|---|', { date: '2026-01-31', load: 0.25 })
  const two = '## Two\n\n### Detail\n\ntext'
  const machine = { cores: 2, cpu: 'a processor', node: 'v24' }
  const page = pageOf(machine, new Map([one, two].map((part) => [headingOf(part), part])))
  expect(one.endsWith('_2026-01-31 · 负载 load 0.3_')).toBe(true)
  expect([...partsOf(page)]).toEqual([
    ['## One', one],
    ['## Two', two],
  ])
  expect(pageOf(machine, partsOf(page))).toBe(page)
})
