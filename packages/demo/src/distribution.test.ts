/** The facts that the docstring of `demonstrationCsv` states, seen through the importer and the kernel. */
import { readDataFile } from '@plumbline/intake'
import { compile, GateOutcome, score, Status } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { fixture, rowsOf } from './fixture.ts'
import { demonstrationCsv } from './index.ts'

const PERIODS = ['2023', '2024', '2025']
const csv = demonstrationCsv(fixture, { seed: 42, units: 400, periods: PERIODS })
const rows = rowsOf(csv)
const { table } = await readDataFile({ name: 'demonstration.csv', bytes: new TextEncoder().encode(csv) }, fixture)
if (!table) throw new Error('the importer refuses the demonstration')
const plan = compile(fixture.framework)
const result = score(plan, table.dataset)
const count = rows.length

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const inPeriod = (period: string): number[] => [...rows.keys()].filter((row) => rows[row]?.['period'] === period)
const scoreOf = (row: number): number => result.score[row] ?? NaN

it('every grade occurs by score in every period, and every grade is given', () => {
  const places = fixture.grades.map((_, place) => place)
  for (const period of PERIODS) {
    expect(new Set(inPeriod(period).map((row) => result.gradeByScore[row]))).toEqual(new Set(places))
  }
  for (const place of places)
    expect(result.grade.filter((grade) => grade === place).length / count).toBeGreaterThan(0.01)
})

it('the median gains 2 to 5 points a period, and the weakest quarter gains more than the strongest', () => {
  const medians = PERIODS.map((period) => median(inPeriod(period).map(scoreOf)))
  for (const [i, later] of medians.slice(1).entries()) {
    expect(later - (medians[i] ?? NaN)).toBeGreaterThan(2)
    expect(later - (medians[i] ?? NaN)).toBeLessThan(5)
  }
  const last = new Map(inPeriod('2025').map((row) => [rows[row]?.['unit'], scoreOf(row)]))
  const gains = inPeriod('2023')
    .map((row) => ({ from: scoreOf(row), gain: (last.get(rows[row]?.['unit']) ?? NaN) - scoreOf(row) }))
    .filter(({ gain }) => !Number.isNaN(gain))
    .toSorted((a, b) => a.from - b.from)
  const quarter = Math.floor(gains.length / 4)
  const gainOf = (some: typeof gains): number => mean(some.map(({ gain }) => gain))
  expect(gainOf(gains.slice(0, quarter))).toBeGreaterThan(gainOf(gains.slice(-quarter)))
})

it('some units fall back from one year to the next: improvement has noise', () => {
  const next = new Map(inPeriod('2024').map((row) => [rows[row]?.['unit'], scoreOf(row)]))
  const falls = inPeriod('2023').filter((row) => (next.get(rows[row]?.['unit']) ?? Infinity) < scoreOf(row))
  expect(falls.length).toBeGreaterThan(10)
})

describe('gates', () => {
  const fired = (id: string): number[] => {
    const place = fixture.framework.gates.findIndex((gate) => gate.id === id)
    return [...rows.keys()].filter((row) => result.gates[place]?.[row] === GateOutcome.fired)
  }

  it('veto 2 to 3 % of the rows, some by an incident of the year before', () => {
    const vetoed = result.status.filter((status) => status === Status.vetoed).length / count
    expect(vetoed).toBeGreaterThan(0.02)
    expect(vetoed).toBeLessThan(0.03)
    expect(fired('veto-incidents').filter((row) => rows[row]?.['incidents'] === '0').length).toBeGreaterThan(0)
  })

  it('cap, limit and refuse some', () => {
    for (const id of ['cap-unfiled', 'cap-evidence', 'cap-core', 'cap-timely', 'entry-registered']) {
      expect(fired(id).length).toBeGreaterThan(0)
    }
    expect(result.cappedBy.filter((gate) => gate >= 0).length).toBeGreaterThan(0)
    expect(result.limitedBy.filter((node) => node >= 0).length).toBeGreaterThan(0)
  })
})

it('indicators of one pillar go together more than indicators of different pillars', () => {
  const pillars = plan.nodes.filter(({ depth, spec }) => depth === 1 && spec.kind === 'branch')
  // Against the unit's own level, which moves all of them.
  const residuals = new Map(
    plan.nodes.flatMap(({ spec }, node) => {
      if (spec.kind !== 'indicator') return []
      const scores = result.nodes[node]?.score ?? new Float64Array()
      return [[spec.id, Array.from(scores, (value, row) => value - scoreOf(row))] as const]
    }),
  )
  const correlations = (sameOnly: 'same' | 'different'): number[] =>
    pillars.flatMap(({ spec: one }, i) =>
      pillars.flatMap(({ spec: other }, j) => {
        if (one.kind !== 'branch' || other.kind !== 'branch' || (sameOnly === 'same') !== (i === j)) return []
        return one.children.flatMap((a) =>
          other.children
            .filter((b) => a.id < b.id)
            .map((b) => correlation(residuals.get(a.id) ?? [], residuals.get(b.id) ?? [])),
        )
      }),
    )
  expect(mean(correlations('same'))).toBeGreaterThan(mean(correlations('different')) + 0.1)
})

/** Over the rows where both have a value. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const both = a.flatMap((x, i) => (Number.isNaN(x + (b[i] ?? NaN)) ? [] : [[x, b[i] ?? NaN] as const]))
  const meanA = mean(both.map(([x]) => x))
  const meanB = mean(both.map(([, y]) => y))
  const sum = (f: (x: number, y: number) => number): number =>
    both.reduce((total, [x, y]) => total + f(x - meanA, y - meanB), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
}
