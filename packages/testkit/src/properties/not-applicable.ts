import { caution, type Fault, type IndicatorSpec } from '@plumbline/kernel'
import { shortly } from '../sample/describe.ts'
import { datasetOf, withCells, type Cell, type SampleRow } from '../sample/row.ts'
import { EPSILON, gainsOf, mostGained } from './gain.ts'
import { someRows, type Property, type Trial } from './property.ts'

/**
 * Declaring an indicator not applicable never raises the score. Where weights are re-shared it does, for a unit that would
 * do badly; then how much it can be worth is reported, so that the rule for it can be weighed against that.
 */
export const notApplicable: Property = {
  id: 'not-applicable',
  check: (trial) => {
    const rows = someRows(trial, { notApplicable: false })
    return trial.space.indicators
      .flatMap((spec) => reported(trial, spec, rows))
      .sort((a, b) => Number(b.params['most']) - Number(a.params['most']))
  },
}

function reported(trial: Trial, spec: IndicatorSpec, rows: readonly SampleRow[]): readonly Fault[] {
  const most = mostGained(trial, spec, rows)
  if (most === null) return []
  const row = smallest(trial, spec) ?? most.row
  const result = trial.score(trial.plan, datasetOf([row, withCells(row, [[spec.id, 'N/A']])]))
  const { zh, en } = trial.catalogue.nodes.find(({ id }) => id === spec.id) ?? { zh: spec.id, en: spec.id }
  return [
    caution(
      'PROPERTY_NOT_APPLICABLE_PAYS',
      {
        zh,
        en,
        most: most.gain,
        before: result.score[0] ?? null,
        after: result.score[1] ?? null,
        example: shortly(trial.space, row),
      },
      { id: spec.id },
    ),
  ]
}

/** The smallest example there can be: one other indicator at its best, everything else at its worst. */
function smallest(trial: Trial, spec: IndicatorSpec): SampleRow | null {
  const { domains, facts } = trial.space
  const worst: SampleRow = {
    group: null,
    cells: new Map<string, Cell>([
      ...[...domains].map(([id, domain]) => [id, domain[0] ?? null] as const),
      ...facts.map(({ id, values }) => [id, values[0] ?? null] as const),
    ]),
  }
  const rows = [...domains]
    .filter(([id]) => id !== spec.id)
    .map(([id, domain]) => withCells(worst, [[id, domain.at(-1) ?? null]]))
  const place = gainsOf(trial, spec, rows).findIndex((gain) => gain > EPSILON)
  return rows[place] ?? null
}
