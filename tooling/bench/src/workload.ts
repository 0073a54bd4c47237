/** A made-up index of 4 pillars, 10 sub-pillars and 40 indicators, and units with 5 % of the cells empty. */
import {
  Blank,
  type BranchSpec,
  type Column,
  type Dataset,
  type Framework,
  type IndicatorSpec,
} from '@plumbline/kernel'

const indicator = (number: number): IndicatorSpec => ({
  kind: 'indicator',
  id: `i${number}`,
  weight: 0.25,
  direction: number % 3 === 0 ? 'negative' : 'positive',
  normalise:
    number % 3 === 0
      ? { method: 'goalposts', worst: 100, best: 0 }
      : { method: 'goalposts', worst: 0, best: 80 + number },
  ...(number % 8 === 0 ? { basic: true } : {}),
})

const branch = (id: string, weight: number, children: BranchSpec['children']): BranchSpec => ({
  kind: 'branch',
  id,
  weight,
  aggregate: { method: 'arithmetic' },
  children,
})

const subPillar = (number: number, weight: number): BranchSpec =>
  branch(
    `s${number}`,
    weight,
    [0, 1, 2, 3].map((place) => indicator(number * 4 + place)),
  )

/** The index: everything weighted arithmetic, missing counts as 0, a basic rule, one veto and one cap. */
export const framework: Framework = {
  semantics: 1,
  root: branch('root', 1, [
    branch('p0', 0.3, [subPillar(0, 0.4), subPillar(1, 0.3), subPillar(2, 0.3)]),
    branch('p1', 0.3, [subPillar(3, 0.4), subPillar(4, 0.3), subPillar(5, 0.3)]),
    branch('p2', 0.2, [subPillar(6, 0.5), subPillar(7, 0.5)]),
    branch('p3', 0.2, [subPillar(8, 0.5), subPillar(9, 0.5)]),
  ]),
  missing: 'zero',
  facts: [{ id: 'incidents', type: 'number' }],
  gates: [
    { id: 'veto', kind: 'veto', when: { fact: 'incidents', op: '>=', value: 1 } },
    { id: 'cap', kind: 'cap', when: { node: 'p0', op: '<', value: 40 }, maxGrade: 'C' },
  ],
  grades: [
    { id: 'E', min: 0 },
    { id: 'D', min: 30 },
    { id: 'C', min: 50 },
    { id: 'B', min: 70 },
    { id: 'A', min: 85 },
  ],
  basicRule: [
    { grade: 'B', min: 20 },
    { grade: 'A', min: 40 },
  ],
  periodMonths: 12,
}

const INDICATORS = 40
/** Fractional parts of the multiples of an irrational number: evenly spread, and the same on every machine. */
const spread = (index: number, step: number): number => (index * step) % 1
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** Units of one period, in columns. */
export function dataset(size: number): Dataset {
  const rows = Array.from({ length: size }, (_, row) => row)
  const columns = new Map<string, Column>()
  for (let number = 0; number < INDICATORS; number++) {
    const values = Float64Array.from(rows, (row) => cell(row, number))
    columns.set(`i${number}`, {
      values,
      blanks: Uint8Array.from(values, (v) => (Number.isNaN(v) ? Blank.unanswered : Blank.none)),
    })
  }
  columns.set('incidents', {
    values: Float64Array.from(rows, (row) => (row % 50 === 0 ? 1 : 0)),
    blanks: new Uint8Array(size),
  })
  return {
    size,
    units: rows.map((row) => `u${row}`),
    periods: rows.map(() => '2025'),
    groups: rows.map((row) => (row % 2 === 0 ? 'a' : 'b')),
    columns,
  }
}

function cell(row: number, number: number): number {
  if (spread(row * INDICATORS + number + 1, Math.SQRT2) < 0.05) return NaN
  const ability = spread(row + 1, GOLDEN)
  const share = 0.8 * ability + 0.2 * spread((row + 1) * (number + 3), Math.sqrt(3))
  return Math.round(1000 * (number % 3 === 0 ? 1 - share : share)) / 10
}
