import {
  aggregateJudgements,
  ahpWeights,
  bestWorstWeights,
  budgetAllocation,
  coefficientOfVariationWeights,
  criticWeights,
  entropyWeights,
  giniWeights,
  merecWeights,
  rankOrderWeights,
  reviewJudgements,
  standardDeviationWeights,
  type Consistency,
  type DataOptions,
  type DataWeights,
  type JudgementReview,
} from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { fault, FaultError, roundHalfEven, suggest } from '@plumbline/kernel'
import { readDocument } from '../analysis/document.ts'
import { judgementFile, type JudgementFile } from '../analysis/judgements.ts'
import { reported } from '../analysis/reported.ts'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { textTable } from '../output/table.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline weights`: weights from the judgements or data of a file, with what there is to say of them. */
export const weightsCommand: Command = {
  name: 'weights',
  operands: [1, 1],
  options: {},
  texts: ({ weights: texts }) => texts,
  run: reported(weights),
}

/** A consistency ratio from which judgements contradict each other (Saaty). */
const ACCEPTED = 0.1

interface Weighed {
  readonly items: readonly string[]
  readonly weights: readonly number[]
  readonly consistency?: Consistency
  /** The judgement that hurts most, where they contradict each other at all. */
  readonly worst?: JudgementReview
  readonly ranges?: readonly { readonly min: number; readonly max: number }[]
  readonly xi?: number
  readonly inputRatio?: number | null
  readonly constant?: readonly number[]
}

async function weights({ operands: [file = ''], json }: Call, terminal: Terminal): Promise<Exit> {
  const content = await readDocument(file, judgementFile, terminal)
  const weighed = weigh(content)
  if (json) {
    const { items, weights: shares, ...more } = weighed
    const named = Object.fromEntries(items.map((item, index) => [item, shares[index]]))
    terminal.out(`${JSON.stringify({ method: content.method, weights: named, ...more })}\n`)
  } else terminal.out(`${tableText(weighed, terminal)}${notes(weighed, terminal)}`)
  return Exit.ok
}

function weigh(content: JudgementFile): Weighed {
  switch (content.method) {
    case 'ahp':
      return ahp(content)
    case 'best-worst':
      return bestWorst(content)
    case 'budget': {
      const { items, points, budget } = content
      const options = { names: { indicators: items }, ...(budget === undefined ? {} : { budget }) }
      return { items, weights: checked(items, budgetAllocation(points, options).weights) }
    }
    case 'rank-order': {
      const { items, ranks, variant } = content
      return { items, weights: checked(items, rankOrderWeights(ranks, variant, { indicators: items })) }
    }
    default:
      return fromData(content)
  }
}

function ahp({ items, judgements, experts, priorities }: JudgementFile & { readonly method: 'ahp' }): Weighed {
  const given = experts ?? (judgements ? [judgements] : [])
  if (given.length === 0) throw new FaultError([fault('CLI_JUDGEMENTS_MISSING')])
  const names = { indicators: items }
  const matrix = given.length === 1 ? (given[0] ?? []) : aggregateJudgements(given, { names })
  const result = ahpWeights(matrix, { method: priorities, names })
  const [worst] = items.length > 2 ? reviewJudgements(matrix, { names }) : []
  const contradicts = worst !== undefined && worst.logError > 1e-9
  return {
    items,
    weights: checked(items, result.weights),
    consistency: result.consistency,
    ...(contradicts ? { worst } : {}),
  }
}

function bestWorst(content: JudgementFile & { readonly method: 'best-worst' }): Weighed {
  const { items, best, worst, bestToOthers, othersToWorst } = content
  const faults = [best, worst]
    .filter((item) => !items.includes(item))
    .map((item) => fault('CLI_ITEM_UNKNOWN', { nearest: suggest(item, items) }, { id: item }))
  if (faults.length > 0) throw new FaultError(faults)
  const judgements = { best: items.indexOf(best), worst: items.indexOf(worst), bestToOthers, othersToWorst }
  const result = bestWorstWeights(judgements, { indicators: items })
  const { xi, unique, ranges, inputRatio } = result
  return { items, weights: checked(items, result.weights), xi, inputRatio, ...(unique ? {} : { ranges }) }
}

type DataFile = Extract<JudgementFile, { readonly columns: unknown }>

const DATA: Readonly<
  Record<DataFile['method'], (columns: readonly (readonly number[])[], options: DataOptions) => DataWeights>
> = {
  entropy: entropyWeights,
  critic: criticWeights,
  merec: merecWeights,
  'standard-deviation': standardDeviationWeights,
  variation: coefficientOfVariationWeights,
  gini: giniWeights,
}

function fromData({ method, columns, directions }: DataFile): Weighed {
  const items = Object.keys(columns)
  const faults = Object.keys(directions)
    .filter((item) => !items.includes(item))
    .map((item) => fault('CLI_ITEM_UNKNOWN', { nearest: suggest(item, items) }, { id: item }))
  if (faults.length > 0) throw new FaultError(faults)
  const result = DATA[method](
    Object.values(columns).map((cells) => cells.map((cell) => cell ?? NaN)),
    { names: { indicators: items }, directions: items.map((item) => directions[item] ?? 'positive') },
  )
  return { items, weights: result.weights, constant: result.constant }
}

/** @throws FaultError CLI_ITEMS_DIFFER - the judgements are of another number of items. */
function checked(items: readonly string[], shares: readonly number[]): readonly number[] {
  if (items.length !== shares.length)
    throw new FaultError([fault('CLI_ITEMS_DIFFER', { items: items.length, judged: shares.length })])
  return shares
}

function tableText({ items, weights: shares }: Weighed, { texts }: Terminal): string {
  const { item, weight } = texts.weights.columns
  return textTable(
    [
      { title: item, align: 'left' },
      { title: weight, align: 'right' },
    ],
    items.map((name, index) => [name, roundHalfEven(shares[index] ?? NaN, 4).toFixed(4)]),
  )
}

function notes({ items, consistency, worst, ranges, xi, inputRatio, constant }: Weighed, { texts }: Terminal): string {
  const { weights: own } = texts
  const fixed = (value: number): string => roundHalfEven(value, 4).toFixed(4)
  const lines: string[] = []
  if (consistency)
    lines.push(
      fillText(own.consistency, {
        ratio: fixed(consistency.ratio),
        lambda: fixed(consistency.lambdaMax),
        index: fixed(consistency.index),
        verdict: consistency.ratio < ACCEPTED ? own.consistent : own.inconsistent,
      }),
    )
  if (worst)
    lines.push(
      fillText(own.worst, {
        first: items[worst.row] ?? '',
        second: items[worst.column] ?? '',
        given: String(roundHalfEven(worst.given, 4)),
        implied: String(roundHalfEven(worst.implied, 2)),
        scale: scaleText(worst.onScale),
        ratio: fixed(worst.ratioIfOnScale),
      }),
    )
  if (xi !== undefined)
    lines.push(
      fillText(own.bwm, {
        xi: fixed(xi),
        ratio: inputRatio === null || inputRatio === undefined ? '—' : fixed(inputRatio),
      }),
    )
  ranges?.forEach(({ min, max }, index) => {
    if (max > min) lines.push(fillText(own.notes.range, { item: items[index] ?? '', min: fixed(min), max: fixed(max) }))
  })
  if (constant && constant.length > 0)
    lines.push(fillText(own.notes.constant, { items: constant.map((index) => items[index] ?? '').join(', ') }))
  return lines.length > 0 ? `\n${lines.join('\n')}\n` : ''
}

/** A judgement as experts write it: 3, or 1/3. */
const scaleText = (value: number): string => (value >= 1 ? String(value) : `1/${roundHalfEven(1 / value, 4)}`)
