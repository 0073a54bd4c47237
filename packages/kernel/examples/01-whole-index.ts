/** A whole index: from a framework and three hospitals (synthetic) to scores, grades, ranks and one opened score. */
import { Blank, compile, roundHalfEven, score, trace, type Dataset, type Framework } from '../src/index.ts'

const framework: Framework = {
  semantics: 1,
  missing: 'zero',
  root: {
    kind: 'branch',
    id: 'index',
    weight: 1,
    aggregate: { method: 'arithmetic' },
    children: [
      {
        kind: 'indicator',
        id: 'beds',
        weight: 0.6,
        direction: 'positive',
        normalise: { method: 'goalposts', worst: 2, best: 10 },
      },
      {
        kind: 'indicator',
        id: 'wait',
        weight: 0.4,
        direction: 'negative',
        normalise: { method: 'goalposts', worst: 240, best: 30 },
      },
    ],
  },
  facts: [{ id: 'accidents', type: 'number' }],
  gates: [{ id: 'veto-accident', kind: 'veto', when: { fact: 'accidents', op: '>=', value: 1 } }],
  grades: [
    { id: 'C', min: 0 },
    { id: 'B', min: 50 },
    { id: 'A', min: 80 },
  ],
  basicRule: [],
  periodMonths: 12,
}
const dataset: Dataset = {
  size: 3,
  units: ['north', 'south', 'east'],
  periods: ['2025', '2025', '2025'],
  groups: [null, null, null],
  columns: new Map([
    ['beds', { values: Float64Array.of(8, 6, 9), blanks: new Uint8Array(3) }],
    ['wait', { values: Float64Array.of(51, NaN, 30), blanks: Uint8Array.of(0, Blank.unanswered, 0) }],
    ['accidents', { values: Float64Array.of(0, 0, 1), blanks: new Uint8Array(3) }],
  ]),
}

export const result = score(compile(framework), dataset)
export const lines = dataset.units.map((unit, row) => {
  const { status, score: value, grading, rank } = trace(result, dataset, row)
  return `${unit} ${roundHalfEven(value ?? NaN, 2)} ${grading.grade ?? status} ${rank?.place ?? '-'}`
})
console.log(lines.join('\n'))
