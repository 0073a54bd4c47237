import { compile, score } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { rowScorer } from '../../src/explain/common/row-scorer.ts'
import { betterSettings } from '../../src/explain/routes/settings.ts'
import { branch, datasetOf, frameworkOf, leaf } from '../uncertainty/support.ts'

const minMax = { ...leaf('a', 1), normalise: { method: 'min-max', low: 0, high: 100 } } as const
const plan = compile(frameworkOf(branch('index', 1, [minMax])))
const dataset = datasetOf({ a: [0, 40, 60, 100] })

describe('a standard that reads its sample', () => {
  it('scores a changed row among all the others, as the kernel does', () => {
    const scorer = rowScorer(plan, { dataset, row: 1 })
    const changed = score(plan, datasetOf({ a: [0, 200, 60, 100] })).score[1]
    expect(scorer.rescore(new Map([['a', 200]])).score[scorer.row]).toBe(changed)
    expect(scorer.rescore(new Map()).score[scorer.row]).toBe(40)
  })

  it('tries the values of peers, scored in the whole sample', () => {
    expect(betterSettings(minMax, rowScorer(plan, { dataset, row: 1 }), 40)).toEqual([
      { raw: 60, score: 60 },
      { raw: 100, score: 100 },
    ])
  })
})
