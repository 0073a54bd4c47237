/** Column widths in characters; what is not named is narrow. */
export const WIDTHS: Readonly<Record<string, number>> = {
  name: 34,
  level: 6,
  trial: 13,
  deleted: 8,
  item: 30,
  value: 60,
  calc: 44,
  unit: 12,
  formula: 30,
  notApplicableRule: 24,
  paramSource: 34,
  from: 14,
  evidence: 28,
  source: 20,
  condition: 46,
  notApplicableWhen: 24,
  rest: 16,
  aggregateParams: 16,
  groups: 18,
  chinese: 50,
  english: 60,
  place: 18,
  text: 80,
  type: 12,
  method: 14,
  aggregate: 16,
  maxGrade: 16,
  ladder: 16,
  result: 18,
  'case.unit': 24,
  'case.id': 16,
}
export const NARROW = 11
/** By sheet where a column has another width there. */
export const NAME_WIDTHS: Readonly<Record<string, number>> = { basics: 80, grades: 46, tree: 50, batch: 24, steps: 24 }

/** Columns that only the program reads. */
export const HIDDEN: ReadonlySet<string> = new Set([
  '_id',
  'used',
  'coverage',
  'applies',
  'counts',
  'lower',
  'upper',
  'part',
  'path',
])
