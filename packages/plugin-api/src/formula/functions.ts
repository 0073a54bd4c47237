import type { Operator } from '@plumbline/kernel'

/** Type of a part of a formula. A choice is one of named options; a string stands only beside a choice. */
export type BasicType = 'number' | 'boolean'

/** How the unit of measure of a result comes from those of the operands. */
export type UnitRule =
  /** The operands have one unit, the result too. */
  | 'same'
  /** The unit of the first operand. */
  | 'first'
  /** Nothing is known of the result's unit. */
  | 'open'
  /** The operands have one unit, the result is a percentage. */
  | 'percent'

/** One function of the language. */
export interface FormulaFunction {
  readonly name: string
  /** The same function in Chinese. */
  readonly zh: string
  readonly op: Operator
  readonly takes: BasicType
  readonly gives: BasicType
  readonly least: number
  readonly most: number
  readonly unit: UnitRule
}

const MANY = 100

type Row = readonly [name: string, zh: string, op: Operator, least: number, most: number]

const SAME_UNIT: readonly Row[] = [
  ['min', '最小值', 'min', 1, MANY],
  ['max', '最大值', 'max', 1, MANY],
  ['sum', '求和', 'sum', 1, MANY],
  ['mean', '平均值', 'mean', 1, MANY],
  ['median', '中位数', 'median', 1, MANY],
  ['stddev', '标准差', 'stddev', 2, MANY],
  ['abs', '绝对值', 'abs', 1, 1],
  ['floor', '向下取整', 'floor', 1, 1],
  ['ceiling', '向上取整', 'ceiling', 1, 1],
  ['truncate', '截尾取整', 'truncate', 1, 1],
  ['modulo', '余数', 'modulo', 2, 2],
  ['clamp', '限定', 'clamp', 3, 3],
  ['coalesce', '首个有值', 'coalesce', 2, MANY],
]
const OPEN_UNIT: readonly Row[] = [
  ['product', '连乘', 'product', 1, MANY],
  ['sign', '符号', 'sign', 1, 1],
  ['quotient', '整商', 'quotient', 2, 2],
  ['interpolate', '插值', 'interpolate', 5, 5],
  ['sqrt', '平方根', 'sqrt', 1, 1],
  ['exp', '指数', 'exp', 1, 1],
  ['ln', '自然对数', 'ln', 1, 1],
  ['log10', '常用对数', 'log10', 1, 1],
  ['power', '乘方', '**', 2, 2],
]
const PERCENTAGES: readonly Row[] = [
  ['percent', '百分比', 'percent', 2, 2],
  ['growth', '增长率', 'growth', 2, 2],
]
const FIRST_UNIT: readonly Row[] = [['round', '修约', 'round', 1, 2]]
const OF_NUMBERS: readonly Row[] = [
  ['odd', '奇数', 'odd', 1, 1],
  ['even', '偶数', 'even', 1, 1],
  ['known', '有值', 'known', 1, 1],
]
const OF_BOOLEANS: readonly Row[] = [
  ['all', '全部', 'and', 1, MANY],
  ['any', '任一', 'or', 1, MANY],
]
const COUNTS: readonly Row[] = [
  ['count', '计数', 'count', 1, MANY],
  ['number', '数值', 'count', 1, 1],
]

type Kind = Pick<FormulaFunction, 'takes' | 'gives' | 'unit'>

const made = (rows: readonly Row[], kind: Kind): readonly FormulaFunction[] =>
  rows.map(([name, zh, op, least, most]) => ({ name, zh, op, least, most, ...kind }))

/** Every function of the language. `coalesce` and `known` take any type; the checker says what they give. */
export const FUNCTIONS: readonly FormulaFunction[] = [
  ...made(SAME_UNIT, { takes: 'number', gives: 'number', unit: 'same' }),
  ...made(OPEN_UNIT, { takes: 'number', gives: 'number', unit: 'open' }),
  ...made(PERCENTAGES, { takes: 'number', gives: 'number', unit: 'percent' }),
  ...made(FIRST_UNIT, { takes: 'number', gives: 'number', unit: 'first' }),
  ...made(OF_NUMBERS, { takes: 'number', gives: 'boolean', unit: 'open' }),
  ...made(OF_BOOLEANS, { takes: 'boolean', gives: 'boolean', unit: 'open' }),
  ...made(COUNTS, { takes: 'boolean', gives: 'number', unit: 'open' }),
]

/** `log` is FEEL's own name of the natural logarithm. */
const ALIASES: Readonly<Record<string, string>> = {
  log: 'ln',
  均值: 'mean',
  对数: 'ln',
  取整: 'floor',
  四舍六入: 'round',
}

/** Names that have the meaning of a function and are not in the table: a node's score, and a declared unit of measure. */
export const SCORE_NAMES: readonly string[] = ['score', '得分']
export const UNIT_NAMES: readonly string[] = ['measure', '计量']

/** The function of a name, in either language. */
export function functionNamed(name: string): FormulaFunction | undefined {
  const meant = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name
  return FUNCTIONS.find((one) => one.name === meant || one.zh === meant)
}

/** Every name that may stand before a bracket. */
export const functionNames = (): readonly string[] => [
  ...FUNCTIONS.flatMap(({ name, zh }) => [name, zh]),
  ...Object.keys(ALIASES),
  ...SCORE_NAMES,
  ...UNIT_NAMES,
]
