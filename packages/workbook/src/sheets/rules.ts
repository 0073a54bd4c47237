/** Value rules: how an indicator's value becomes a score, and where it comes from. One row an indicator. */
import {
  booleanField,
  codeField,
  nameField,
  namesField,
  numberField,
  pairField,
  pointsField,
  stringField,
  textField,
  type Field,
} from '../cells/fields.ts'

/** So many points have columns for all standards; one that needs more gets more. */
const POINTS = 12

export const rulesFields = (points: number): readonly Field[] => [
  textField('unit', ['unit']),
  codeField('direction', ['direction'], 'direction'),
  booleanField('basic', ['basic']),
  textField('calc', ['calc']),
  nameField('source', ['source'], 'sources'),
  namesField('evidence', ['evidence'], 'evidenceKinds'),
  nameField('ladder', ['ladder'], 'ladders'),
  textField('notApplicableWhen', ['notApplicableWhen']),
  stringField('formula', ['value']),
  stringField('notApplicableRule', ['notApplicable', 'when']),
  codeField('method', ['normalise', 'method'], 'method'),
  numberField('worst', ['normalise', 'worst']),
  numberField('best', ['normalise', 'best']),
  numberField('offset', ['normalise', 'offset']),
  numberField('low', ['normalise', 'low']),
  pairField(['idealLow', 'idealHigh'], ['normalise', 'ideal']),
  numberField('high', ['normalise', 'high']),
  numberField('whenTrue', ['normalise', 'whenTrue']),
  numberField('whenFalse', ['normalise', 'whenFalse']),
  pairField(['scaleLow', 'scaleHigh'], ['normalise', 'scale']),
  numberField('ratersMin', ['normalise', 'ratersMin']),
  codeField('panel', ['normalise', 'aggregate'], 'panel'),
  numberField('dispersionAlert', ['normalise', 'dispersionAlert']),
  numberField('minGroup', ['normalise', 'minGroup']),
  numberField('fallbackWorst', ['normalise', 'fallback', 'worst']),
  numberField('fallbackBest', ['normalise', 'fallback', 'best']),
  pointsField(['normalise', 'points'], points),
]

/** Columns for at least the usual number of points. */
export const pointColumns = (longest: number): number => Math.max(POINTS, longest)

export const rulesColumns = (points: number): readonly string[] => {
  const columns = rulesFields(points).flatMap((field) => field.columns)
  return [
    'name',
    ...columns.filter((column) => !column.startsWith('point')),
    'rest',
    ...columns.filter((column) => column.startsWith('point')),
  ]
}
