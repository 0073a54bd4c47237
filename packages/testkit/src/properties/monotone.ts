import { fault, Status, type Fault, type IndicatorSpec, type Result } from '@plumbline/kernel'
import { shortly } from '../sample/describe.ts'
import { datasetOf, withCells, type SampleRow } from '../sample/row.ts'
import { variantsOf } from '../sample/variants.ts'
import { shrunk, someRows, type Property, type Trial } from './property.ts'

/** A better value never lowers the score nor the grade: indicator by indicator, by its direction. */
export const monotone: Property = {
  id: 'monotone',
  check: (trial) => {
    const rows = someRows(trial)
    return trial.space.indicators
      .filter(({ direction }) => direction !== 'target')
      .flatMap((spec) => breach(trial, spec, rows))
  },
}

interface Fall {
  readonly from: number
  readonly to: number
  readonly scores: readonly [number, number]
  readonly grades: readonly [number, number]
}

function breach(trial: Trial, spec: IndicatorSpec, rows: readonly SampleRow[]): readonly Fault[] {
  if (fall(trial, spec, rows) === null) return []
  const row = shrunk(trial, (one) => fall(trial, spec, [one]) === null)
  const found = row && fall(trial, spec, [row])
  if (!row || !found) return []
  const { zh, en } = trial.catalogue.nodes.find(({ id }) => id === spec.id) ?? { zh: spec.id, en: spec.id }
  const rest: SampleRow = { ...row, cells: new Map([...row.cells].filter(([id]) => id !== spec.id)) }
  const example = shortly(trial.space, withCells(rest, [[spec.id, trial.space.domains.get(spec.id)?.[0] ?? null]]))
  const { from, to, scores, grades } = found
  const gradeName = (place: number): string => trial.plan.framework.grades[place]?.id ?? '–'
  const lowered = scores[1] < scores[0]
  return [
    lowered
      ? fault(
          'PROPERTY_NOT_MONOTONE',
          { zh, en, from, to, before: scores[0], after: scores[1], example },
          { id: spec.id },
        )
      : fault(
          'PROPERTY_GRADE_FALLS',
          { zh, en, from, to, before: gradeName(grades[0]), after: gradeName(grades[1]), example },
          { id: spec.id },
        ),
  ]
}

/** The first step along the indicator's scale at which the score or the grade falls, all else alike. */
function fall(trial: Trial, { id }: IndicatorSpec, rows: readonly SampleRow[]): Fall | null {
  const domain = trial.space.domains.get(id) ?? []
  const result = trial.score(trial.plan, variantsOf(datasetOf(rows), id, domain))
  for (let place = rows.length; place < result.size; place++) {
    const before = place - rows.length
    const scores = [result.score[before] ?? Number.NaN, result.score[place] ?? Number.NaN] as const
    const grades = [placeOf(result, before), placeOf(result, place)] as const
    if (scores[1] < scores[0] || grades[1] < grades[0]) {
      const step = Math.floor(place / rows.length)
      return { from: domain[step - 1] ?? 0, to: domain[step] ?? 0, scores, grades }
    }
  }
  return null
}

/** Place in the grade scale; -1 without a grade. */
const placeOf = ({ status, grade }: Result, row: number): number =>
  status[row] === Status.graded ? (grade[row] ?? -1) : -1
