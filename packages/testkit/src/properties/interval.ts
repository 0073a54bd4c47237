import { attainable } from '@plumbline/analysis'
import { fault, type Fault } from '@plumbline/kernel'
import { shortly } from '../sample/describe.ts'
import { datasetOf, withCells, type SampleRow } from '../sample/row.ts'
import { shrunk, someRows, type Property, type Trial } from './property.ts'

/** Each row is a whole analysis, so fewer are tried. */
const SHARE = 0.2

/** Answering a blank stays within the interval that is published while it is open. */
export const enclosed: Property = {
  id: 'interval',
  check: (trial) => {
    const fewer = { ...trial, runs: Math.max(10, Math.ceil(trial.runs * SHARE)) }
    if (someRows(fewer, { notApplicable: false }).every((row) => escape(fewer, row) === null)) return []
    const row = shrunk(fewer, (one) => escape(fewer, one) === null, { notApplicable: false })
    const found = row && escape(fewer, row)
    return found ? [wordOf(fewer, row, found)] : []
  },
}

interface Escape {
  readonly id: string
  readonly value: number
  readonly score: number
  readonly low: number
  readonly high: number
}

function escape(trial: Trial, row: SampleRow): Escape | null {
  const { plan, space } = trial
  const open = space.indicators.filter(({ id }) => row.cells.get(id) === null)
  if (open.length === 0) return null
  const range = attainable(plan, { dataset: datasetOf([row]), row: 0 }).score
  if (range === null) return null
  const [low, high] = range
  const answers = open.flatMap(({ id }) => (space.domains.get(id) ?? []).map((value) => ({ id, value })))
  const scores = trial.score(trial.plan, datasetOf(answers.map(({ id, value }) => withCells(row, [[id, value]])))).score
  for (const [place, { id, value }] of answers.entries()) {
    const got = scores[place] ?? Number.NaN
    if (got < low || got > high) return { id, value, score: got, low, high }
  }
  return null
}

function wordOf({ catalogue, space }: Trial, row: SampleRow, found: Escape): Fault {
  const { zh, en } = catalogue.nodes.find(({ id }) => id === found.id) ?? { zh: found.id, en: found.id }
  const { value, score: got, low, high } = found
  return fault(
    'PROPERTY_OUTSIDE_INTERVAL',
    { zh, en, value, score: got, low, high, example: shortly(space, row) },
    { id: found.id },
  )
}
