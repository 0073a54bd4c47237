import type { AggregateDetail, TraceBranch } from '@plumbline/kernel'
import type { UiMessages } from './ui/index.ts'

/** Keys of the sentences that explain a sum. */
type NoteKey = Exclude<keyof UiMessages['formula'], 'rule' | 'how'>

/** A sum with its numbers, and what is to be said beside it. */
export interface Expression {
  readonly expression: string
  readonly note: { readonly key: NoteKey; readonly values: Readonly<Record<string, string>> }
}

/** A child that counts: its effective weight and its score. */
export interface ExpressionChild {
  readonly weight: number
  readonly score: number
}

/** How a reader's numbers are written. */
export interface NumberWriters {
  readonly weight: (value: number) => string
  readonly score: (value: number) => string
  /** Distances, flows and coefficients. */
  readonly fine: (value: number) => string
}

/**
 * The sum of a method that reads more than its children's weights and scores: by places, by sets, by comparison with
 * others. null for the plain methods.
 *
 * @param counted - The children that count, in tree order.
 * @example
 * // two of three others beaten, one tied
 * aggregateExpression(node, [], write)?.expression // '100 × (2 + 1 ÷ 2) ÷ 3'
 */
export function aggregateExpression(
  { aggregate, detail }: Pick<TraceBranch, 'aggregate' | 'detail'>,
  counted: readonly ExpressionChild[],
  write: NumberWriters,
): Expression | null {
  if (aggregate.method === 'weighted-median') {
    const list = counted.map(({ weight, score }) => `${write.score(score)} [${write.weight(weight)}]`)
    return { expression: `median(${list.join(', ')})`, note: { key: 'medianWhere', values: {} } }
  }
  if (aggregate.method === 'owa') {
    const terms = counted.map(({ weight, score }) => `${write.weight(weight)} × ${write.score(score)}`)
    return { expression: terms.join(' + '), note: { key: 'placesWhere', values: {} } }
  }
  return byDetail(detail, { aggregate, counted: counted.filter(({ weight }) => weight > 0), write })
}

interface Context {
  readonly aggregate: TraceBranch['aggregate']
  readonly counted: readonly ExpressionChild[]
  readonly write: NumberWriters
}

function byDetail(detail: AggregateDetail, { aggregate, counted, write }: Context): Expression | null {
  const { score, fine } = write
  switch (detail.kind) {
    case 'none':
      return null
    case 'choquet':
      return { expression: choquetSum(detail.steps, write), note: { key: 'choquetWhere', values: {} } }
    case 'spread': {
      const [mean, variance] = [score(detail.mean), score(detail.variance)]
      const divisor = detail.offset === 0 ? mean : `(${mean} + ${score(detail.offset)})`
      const values = { mean, variance }
      return { expression: `max(0, ${mean} − ${variance} ÷ ${divisor})`, note: { key: 'spreadWhere', values } }
    }
    case 'copeland': {
      const { size, wins, ties, losses } = detail
      const values = { others: String(size - 1), wins: String(wins), ties: String(ties), losses: String(losses) }
      return { expression: `100 × (${wins} + ${ties} ÷ 2) ÷ ${size - 1}`, note: { key: 'copelandWhere', values } }
    }
    case 'topsis': {
      const size = String(detail.size)
      if (detail.toBest + detail.toWorst === 0)
        return { expression: '50', note: { key: 'topsisLevel', values: { size } } }
      const [toBest, toWorst] = [fine(detail.toBest), fine(detail.toWorst)]
      const expression = `100 × ${toWorst} ÷ (${toBest} + ${toWorst})`
      return { expression, note: { key: 'topsisWhere', values: { size, toBest, toWorst } } }
    }
    case 'vikor':
      return vikorSum(detail, aggregate.method === 'vikor' ? aggregate.v : 0.5, write)
    case 'promethee': {
      const [plus, minus] = [fine(detail.plus), fine(detail.minus)]
      const values = { size: String(detail.size), plus, minus }
      return { expression: `50 × (1 + ${plus} − ${minus})`, note: { key: 'prometheeWhere', values } }
    }
    case 'grey': {
      const coefficients = detail.coefficients.filter((value) => value !== null)
      const terms = counted.map(({ weight }, place) => `${write.weight(weight)} × ${fine(coefficients[place] ?? 0)}`)
      const values = { size: String(detail.size) }
      return { expression: `100 × (${terms.join(' + ')})`, note: { key: 'greyWhere', values } }
    }
  }
}

function choquetSum(
  steps: Extract<AggregateDetail, { kind: 'choquet' }>['steps'],
  { score, weight }: NumberWriters,
): string {
  const terms = steps.map(({ score: to, worth }, place) => {
    const from = steps[place - 1]?.score
    const rise = from === undefined ? score(to) : `(${score(to)} − ${score(from)})`
    return `${rise} × ${weight(worth)}`
  })
  return terms.join(' + ')
}

function vikorSum(
  detail: Extract<AggregateDetail, { kind: 'vikor' }>,
  v: number,
  { weight, fine }: NumberWriters,
): Expression {
  const { size, s, r, sRange, rRange, compromise } = detail
  const term = (value: number, { low, high }: { readonly low: number; readonly high: number }): string =>
    high === low ? '0' : `(${fine(value)} − ${fine(low)}) ÷ (${fine(high)} − ${fine(low)})`
  return {
    expression: `100 × (1 − ${weight(v)} × ${term(s, sRange)} − ${weight(1 - v)} × ${term(r, rRange)})`,
    note: {
      key: compromise ? 'vikorCompromise' : 'vikorWhere',
      values: { size: String(size), s: fine(s), r: fine(r) },
    },
  }
}
