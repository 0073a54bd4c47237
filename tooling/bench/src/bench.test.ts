import { compile, score } from '@plumbline/kernel'
import { expect, it } from 'vitest'
import { differences } from './bench-kernel.ts'
import { summary } from './measure.ts'
import { rowsOf, scoreNaively } from './naive.ts'
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
