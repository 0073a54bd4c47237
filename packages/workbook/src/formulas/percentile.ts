import type { IndicatorSpec } from '@plumbline/kernel'
import type { Batch } from './batch-scope.ts'
import { held, line } from './normalise.ts'
import type { Prepared } from './prepare.ts'

/** 100 (r - 1) / (n - 1) among the peers with a value, r the average place; below the smallest group the fallback. */
export function addPercentile(
  { id, direction }: IndicatorSpec,
  { value, rule }: Prepared,
  { steps, head, nameOf, group }: Batch,
): string {
  const peers = `(${group.range}=${group.cell})*ISNUMBER(${value.range})`
  const count = (key: 'count' | 'below' | 'equal', name: 'countValues' | 'below' | 'equal', sign: string) =>
    steps.add(`${id}.${key}`, {
      head: head(nameOf(id), name),
      formula: `IF(ISNUMBER(${value.cell}),SUMPRODUCT(${peers}${sign === '' ? '' : `*(${value.range}${sign}${value.cell})`}),"")`,
    }).cell
  const all = count('count', 'countValues', '')
  const below = count('below', 'below', direction === 'negative' ? '>' : '<')
  const equal = count('equal', 'equal', '=')
  const place = held(`(${below}+(${equal}-1)/2)/(${all}-1)`)
  return `IF(${all}<N(${rule(id, 'minGroup')}),${line(value.cell, rule(id, 'fallbackWorst'), rule(id, 'fallbackBest'))},${place})`
}
