import { fault, type Fault } from '../errors.ts'
import { isCall, isReference, OPERATORS, type Expression, type Reference } from '../formula/expression.ts'
import { paramAt, type InputSpec, type ParamSpec } from '../formula/inputs.ts'
import { formulasOf, type PlacedFormula } from '../formula/reader.ts'
import type { Framework } from '../framework.ts'
import { walk } from './walk.ts'

/** Deeper or larger than any formula that a standard writes. */
export const FORMULA_LIMITS = { depth: 200, parts: 2000 } as const

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** Faults of inputs, parameters and formulas: what cannot be read, names that nothing has, sizes beyond all use. */
export function formulaFaults(framework: Framework): readonly Fault[] {
  const { inputs = [], params = [], asOf } = framework
  return [
    ...inputs.flatMap(inputFaults),
    ...params.flatMap((param) => paramFaults(param, asOf)),
    ...formulasOf(framework).flatMap((placed) => oneFormula(placed, readableBy(framework, placed))),
    ...codeFaults(framework),
  ]
}

function inputFaults({ id, type, options }: InputSpec): readonly Fault[] {
  const usable = type !== 'choice' || (options !== undefined && Number.isInteger(options) && options > 0)
  return usable ? [] : [fault('INPUT_WITHOUT_OPTIONS', {}, { id, path: `inputs/${id}/options` })]
}

function paramFaults(param: ParamSpec, asOf: string | undefined): readonly Fault[] {
  const { id, values } = param
  const found = (code: string, params: Fault['params'] = {}): Fault =>
    fault(code, params, { id, path: `params/${id}/values` })
  const [first] = values
  if (!first) return [found('PARAM_WITHOUT_VALUE')]
  const wrong = values.filter(({ from, value }) => !ISO_DATE.test(from) || !Number.isFinite(value))
  const unsorted = values.some(({ from }, index) => index > 0 && from <= (values[index - 1]?.from ?? ''))
  return [
    ...wrong.map(({ from, value }) => found('PARAM_VALUE_NOT_USABLE', { from, value: String(value) })),
    ...(unsorted ? [found('PARAM_DATES_ORDER')] : []),
    ...(asOf === undefined || paramAt(param, asOf) ? [] : [found('PARAM_NOT_COVERED', { asOf, first: first.from })]),
  ]
}

/** A program reads inputs alone, and stands in place of a formula. */
function codeFaults({ root, inputs = [] }: Framework): readonly Fault[] {
  const known = new Set(inputs.map(({ id }) => id))
  return walk(root).flatMap(({ node, path }) => {
    if (node.kind === 'branch' || !node.code) return []
    const at = { id: node.id, path: `${path}/code` }
    const unknown = node.code.inputs.filter((id) => !known.has(id))
    return [
      ...(node.value ? [fault('CODE_AND_VALUE', {}, at)] : []),
      ...unknown.map((name) => fault('CODE_INPUT_UNKNOWN', { name }, at)),
    ]
  })
}

interface Readable {
  readonly column: ReadonlySet<string>
  readonly score: ReadonlySet<string>
  readonly param: ReadonlySet<string>
}

/** What a formula may read by what it decides: nothing that waits for its own result. */
function readableBy({ root, facts, inputs = [], params = [] }: Framework, { role }: PlacedFormula): Readable {
  const nodes = walk(root).map(({ node }) => node)
  const indicators = nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : []))
  const leaves = role === 'gate' ? indicators : indicators.filter(({ value }) => !value && role === 'value')
  return {
    column: new Set([...facts, ...inputs, ...leaves].map(({ id }) => id)),
    score: new Set(role === 'gate' ? nodes.map(({ id }) => id) : []),
    param: new Set(params.map(({ id }) => id)),
  }
}

function oneFormula({ formula, id, path }: PlacedFormula, readable: Readable): readonly Fault[] {
  const at = { id, path }
  const { depth, parts, calls, names } = measure(formula.body)
  if (depth > FORMULA_LIMITS.depth || parts > FORMULA_LIMITS.parts) {
    return [fault('FORMULA_TOO_LARGE', { depth, parts, most: FORMULA_LIMITS.parts, deepest: FORMULA_LIMITS.depth }, at)]
  }
  return [
    ...names
      .filter((name) => !readable[name.op].has(name.id))
      .map((name) => fault('FORMULA_READS_UNKNOWN', { name: name.id }, at)),
    ...calls.flatMap(({ op, count }) => {
      const [least, most] = OPERATORS[op]
      return count >= least && count <= most ? [] : [fault('FORMULA_OPERANDS', { operator: op, count }, at)]
    }),
  ]
}

interface Measured {
  readonly depth: number
  readonly parts: number
  readonly names: readonly Reference[]
  readonly calls: readonly { readonly op: keyof typeof OPERATORS; readonly count: number }[]
}

/** Walks an expression without recursion, so that no nesting can exhaust the stack. */
function measure(body: Expression): Measured {
  const names: Reference[] = []
  const calls: Measured['calls'][number][] = []
  const waiting: { readonly part: Expression; readonly level: number }[] = [{ part: body, level: 1 }]
  let [depth, parts] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { part, level } = next
    depth = Math.max(depth, level)
    parts++
    if (isReference(part)) names.push(part)
    if (!isCall(part)) continue
    calls.push({ op: part.op, count: part.args.length })
    for (const arg of part.args) waiting.push({ part: arg, level: level + 1 })
  }
  return { depth, parts, names, calls }
}
