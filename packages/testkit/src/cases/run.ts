import { attainable, takeRows } from '@plumbline/analysis'
import {
  asReported,
  fault,
  FaultError,
  score,
  snap,
  type Dataset,
  type Fault,
  type FaultPlace,
  type Plan,
} from '@plumbline/kernel'
import type { Catalogue, CatalogueInput } from '@plumbline/plugin-api'
import { dated } from '../sample/dated.ts'
import { caseDataset } from './dataset.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { CaseFile } from './read.ts'
import type { GoldenCase } from './schema.ts'

/** What cases run against; a loaded plugin is one. */
export interface Scorable {
  readonly catalogue: Catalogue
  readonly plan: Plan
}

/** Where a golden case and its recomputation differ. */
export interface CaseDifference {
  /** The case's id, else its unit. */
  readonly case: string
  /** Its place in the file. */
  readonly index: number
  /** Node id, or the name of the field. */
  readonly item: string
  readonly expected: string
  readonly actual: string
  /** Signed difference of two scores; null where something else than a score differs. */
  readonly off: number | null
  readonly tolerance: number | null
  readonly at: FaultPlace
  /** Why the values are refused, where they are and should not be. */
  readonly causes: readonly Fault[]
}

/** A case with its rows: its own first, then the earlier periods of its unit, which gates look back to. */
export interface ReadyCase {
  readonly case: GoldenCase
  readonly index: number
  readonly dataset: Dataset
  /** Of a program that fails on the case. */
  readonly faults: readonly Fault[]
}

export const nameOf = ({ id, unit }: GoldenCase): string => id ?? unit

/** Lays every case out for scoring. Each stands alone, with the earlier periods of its own unit. */
export function readyCases(
  { cases, prepared }: Pick<CaseFile, 'cases' | 'prepared'>,
  inputs: readonly CatalogueInput[] = [],
): readonly ReadyCase[] {
  return cases.map((one, index) => {
    const earlier = cases.flatMap(({ unit, period }, place) =>
      unit === one.unit && period < one.period ? [place] : [],
    )
    const rows = [index, ...earlier]
    const dataset = caseDataset(
      rows.flatMap((row) => cases[row] ?? []),
      inputs,
    )
    const faults = prepared?.refused.get(index) ?? []
    return { case: one, index, dataset: prepared ? withComputed(dataset, prepared.dataset, rows) : dataset, faults }
  })
}

function withComputed(dataset: Dataset, prepared: Dataset, rows: readonly number[]): Dataset {
  const computed = [...takeRows(prepared, rows).columns].filter(([, column]) => column.computed)
  return { ...dataset, columns: new Map([...dataset.columns, ...computed]) }
}

/**
 * Recomputes golden cases.
 *
 * @returns Every difference, in the order of the cases; none where all hold.
 * @example runCases(plugin, await readCases(directory, name)) // []
 */
export function runCases(subject: Scorable, file: CaseFile): readonly CaseDifference[] {
  const ready = readyCases(file, subject.catalogue.inputs)
  return ready.flatMap((one) => differences(subject, one, file))
}

/** Whether one case holds. */
export const holds = (subject: Scorable, ready: ReadyCase, file: CaseFile): boolean =>
  differences(subject, ready, file).length === 0

/** A case's date: its own, or the last day of the year that its period is. */
const dateOf = ({ asOf, period }: GoldenCase): string | undefined =>
  asOf ?? (/^\d{4}$/.test(period) ? `${period}-12-31` : undefined)

/** A difference as a fault at its line, with what was expected, what came out, and how far apart they are. */
export function differenceFault({ case: name, item, expected, actual, off, tolerance, at }: CaseDifference): Fault {
  return off === null
    ? fault('CASE_DIFFERS', { case: name, item, expected, actual }, at)
    : fault('CASE_SCORE_DIFFERS', { case: name, item, expected, actual, off, tolerance }, at)
}

function differences(given: Scorable, ready: ReadyCase, file: CaseFile): readonly CaseDifference[] {
  const subject = dated(given, dateOf(ready.case))
  const { case: one, index, dataset } = ready
  const actual = ready.faults.length > 0 ? { faults: ready.faults } : outcomeOrFaults(subject, dataset)
  const difference = (item: string, path: readonly string[], values: readonly [Shown, Shown]): CaseDifference => ({
    case: nameOf(one),
    index,
    item,
    expected: shown(values[0]),
    actual: shown(values[1]),
    off: null,
    tolerance: null,
    at: file.placeOf(index, ['expected', ...path]),
    causes: 'faults' in actual ? actual.faults : [],
  })
  const refused = 'faults' in actual ? [...new Set(actual.faults.map(({ code }) => code))] : null
  const wanted = one.expected.refused
  if (wanted || refused) {
    return shown(wanted?.toSorted()) === shown(refused?.toSorted())
      ? []
      : [difference('refused', ['refused'], [wanted, refused])]
  }
  if ('faults' in actual) return []
  const tolerance = one.tolerance ?? file.tolerance
  const scores = scorePairs(one, actual, () => {
    const reported = asReported({ plan: subject.plan, dataset })
    return attainable(reported.plan, { dataset: reported.dataset, row: 0 }).score
  })
  return [
    ...scores
      .filter(({ expected, got }) => expected !== undefined && !near(expected, got, tolerance))
      .map(({ item, path, expected, got }) => ({
        ...difference(item, path, [expected, got]),
        ...(typeof expected === 'number' && got !== null ? { off: snap(got - expected), tolerance } : {}),
      })),
    ...wordPairs(one, actual)
      .filter(({ expected, got }) => expected !== undefined && expected !== got)
      .map(({ item, expected, got }) => difference(item, [item], [expected, got])),
  ]
}

/** The outcome of the first row, or the faults for which its data are refused. */
export function outcomeOrFaults(
  { catalogue, plan }: Scorable,
  dataset: Dataset,
): Outcome | { readonly faults: readonly Fault[] } {
  try {
    return outcomeOf(catalogue, score(plan, dataset), 0)
  } catch (error) {
    if (error instanceof FaultError) return { faults: error.faults }
    throw error
  }
}

interface Pair<T> {
  readonly item: string
  readonly path: readonly string[]
  readonly expected: T | null | undefined
  readonly got: T | null
}

function scorePairs(
  { expected }: GoldenCase,
  actual: Outcome,
  interval: () => readonly [number, number] | null,
): readonly Pair<number>[] {
  const ends = expected.interval ? interval() : null
  return [
    { item: 'composite', path: ['composite'], expected: expected.composite, got: actual.score },
    { item: 'core', path: ['core'], expected: expected.core, got: actual.core },
    ...Object.entries(expected.nodes).map(([id, wanted]) => ({
      item: id,
      path: ['nodes', id],
      expected: wanted,
      got: actual.nodes[id] ?? null,
    })),
    ...(expected.interval ?? []).map((wanted, end) => ({
      item: end === 0 ? 'interval.low' : 'interval.high',
      path: ['interval'],
      expected: wanted,
      got: ends?.[end] ?? null,
    })),
  ]
}

const wordPairs = ({ expected }: GoldenCase, actual: Outcome): readonly Pair<string>[] =>
  [
    { item: 'gradeByScore', expected: expected.gradeByScore, got: actual.gradeByScore },
    { item: 'grade', expected: expected.grade, got: actual.grade },
    { item: 'status', expected: expected.status, got: actual.status },
    {
      item: 'gates',
      expected: expected.gates?.toSorted().join(', '),
      got: actual.gates.toSorted().join(', '),
    },
    { item: 'limitedBy', expected: expected.limitedBy, got: actual.limitedBy },
    { item: 'cappedBy', expected: expected.cappedBy, got: actual.cappedBy },
  ].map((pair) => ({ ...pair, path: [pair.item] }))

const near = (wanted: number | null | undefined, got: number | null, tolerance: number): boolean =>
  typeof wanted !== 'number' || got === null ? wanted === got : Math.abs(wanted - got) <= tolerance

type Shown = string | number | readonly string[] | null | undefined

const shown = (value: Shown): string =>
  value === null || value === undefined ? 'null' : typeof value === 'object' ? value.join(', ') : String(value)
