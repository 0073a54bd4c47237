/** Recomputes a plugin's golden cases and says where the result is another one. */
import { score } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { unitOutput, type UnitOutput } from '../output/score-json.ts'
import { caseDataset } from './dataset.ts'
import type { GoldenCase } from './read.ts'

/** How far a recomputed score may be from the one in the case: cases are written with four digits. */
const TOLERANCE = 1e-4

export interface CaseDifference {
  /** The case's id, else its unit. */
  readonly case: string
  /** Node id, or the name of the field. */
  readonly item: string
  readonly expected: string
  readonly actual: string
}

/** Every difference, in the order of the cases. Each case stands alone, with the earlier periods of its own unit. */
export const runCases = (plugin: LoadedPlugin, cases: readonly GoldenCase[]): readonly CaseDifference[] =>
  cases.flatMap((one) => differences(one, actualOf(plugin, one, cases)))

function actualOf(plugin: LoadedPlugin, one: GoldenCase, cases: readonly GoldenCase[]): UnitOutput {
  const earlier = cases.filter(({ unit, period }) => unit === one.unit && period < one.period)
  const dataset = caseDataset([one, ...earlier])
  const table = { dataset, names: dataset.units, rows: [], items: [...dataset.columns.keys()] }
  return unitOutput(plugin, table, score(plugin.plan, dataset))(0)
}

function differences(one: GoldenCase, actual: UnitOutput): readonly CaseDifference[] {
  const { expected } = one
  const name = one.id ?? one.unit
  const scores: readonly (readonly [string, number | null | undefined, number | null])[] = [
    ['composite', expected.composite, actual.score],
    ['core', expected.core, actual.core],
    ...Object.entries(expected.nodes).map(([id, wanted]) => [id, wanted, actual.nodes[id] ?? null] as const),
  ]
  const words: readonly (readonly [string, string | null | undefined, string | null])[] = [
    ['gradeByScore', expected.gradeByScore, actual.gradeByScore],
    ['grade', expected.grade, actual.grade],
    ['status', expected.status, actual.status],
    ['gates', expected.gates?.toSorted().join(', '), actual.gates.toSorted().join(', ')],
    ['limitedBy', expected.limitedBy, actual.limitedBy],
    ['cappedBy', expected.cappedBy, actual.cappedBy],
  ]
  const off = [
    ...scores.filter(([, wanted, got]) => wanted !== undefined && !near(wanted, got)),
    ...words.filter(([, wanted, got]) => wanted !== undefined && wanted !== got),
  ]
  return off.map(([item, wanted, got]) => ({ case: name, item, expected: shown(wanted), actual: shown(got) }))
}

const near = (wanted: number | null, got: number | null): boolean =>
  wanted === null || got === null ? wanted === got : Math.abs(wanted - got) <= TOLERANCE

const shown = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? 'null' : String(value)
