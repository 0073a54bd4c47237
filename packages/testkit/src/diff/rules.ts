import type { Bump } from './bump.ts'
import { change, type Change, type Difference } from './change.ts'
import type { Item } from './comparable.ts'
import { paramChange } from './params.ts'

export interface RuleSetting {
  /** Whether the newer version declares that the wording of an item changed and its meaning did not. */
  readonly editorial: (id: string) => boolean
  /** ISO date: parameter rows that take effect after it touch no existing result. */
  readonly asOf: string
}

/** Where Chinese wording carries no rule: names of the whole, of evidence and sources, of groups and grades. */
const NEUTRAL = new Set([
  'standard.title',
  'standard.standard',
  'sources.name',
  'evidenceKinds.name',
  'groups.name',
  'grades.name',
  'params.source',
])

/** What follows from other differences, or names where something comes from. */
const FOLLOWS = new Set(['nodes.depth', 'nodes.from', 'facts.from', 'gates.from', 'inputs.from', 'params.from'])

/** Fields whose change has a sentence of its own; all of them can move a score. */
const MAJOR_FIELDS: Readonly<Record<string, string>> = {
  'nodes.weight': 'CHANGE_WEIGHT',
  'nodes.parent': 'CHANGE_NODE_MOVED',
  'nodes.normalise': 'CHANGE_SCALE',
  'nodes.direction': 'CHANGE_DIRECTION',
  'nodes.aggregate': 'CHANGE_METHOD',
  'nodes.minCoverage': 'CHANGE_COVERAGE',
  'nodes.missing': 'CHANGE_MISSING',
  'nodes.basic': 'CHANGE_BASIC',
  'nodes.value': 'CHANGE_FORMULA',
  'nodes.notApplicable': 'CHANGE_NOT_APPLICABLE',
  'nodes.notApplicableWhen': 'CHANGE_NOT_APPLICABLE',
  'grades.min': 'CHANGE_GRADE_LINE',
  'basicRule.min': 'CHANGE_BASIC_LINE',
  'ladders.steps': 'CHANGE_LADDER',
  'standard.missing': 'CHANGE_MISSING_DEFAULT',
  'standard.digits': 'CHANGE_ROUNDING',
  'standard.display': 'CHANGE_ROUNDING',
  'standard.semantics': 'CHANGE_SEMANTICS',
}

/** Fields that neither move a score nor let more in. */
const PATCH_FIELDS = new Set([
  'standard.status',
  'standard.example',
  'standard.publisher',
  'standard.modelledOn',
  'standard.standard',
  // The text of a formula: its meaning is compared as `value` and `notApplicable`.
  'nodes.formula',
  'nodes.notApplicableRule',
  'evidenceKinds.form',
])

/** Items that come and go: the code and the bump of an addition and of a removal. */
const WHOLE: Readonly<Record<string, readonly [added: readonly [string, Bump], removed: readonly [string, Bump]]>> = {
  nodes: [
    ['CHANGE_NODE_ADDED', 'major'],
    ['CHANGE_NODE_REMOVED', 'major'],
  ],
  gates: [
    ['CHANGE_GATE_ADDED', 'major'],
    ['CHANGE_GATE_REMOVED', 'major'],
  ],
  grades: [
    ['CHANGE_GRADE_ADDED', 'major'],
    ['CHANGE_GRADE_REMOVED', 'major'],
  ],
  basicRule: [
    ['CHANGE_BASIC_LINE', 'major'],
    ['CHANGE_BASIC_LINE', 'major'],
  ],
  // A fact or input that nothing reads touches no result; what reads it is a change of its own.
  facts: [
    ['CHANGE_FACT_ADDED', 'minor'],
    ['CHANGE_FACT_REMOVED', 'major'],
  ],
  inputs: [
    ['CHANGE_FACT_ADDED', 'minor'],
    ['CHANGE_FACT_REMOVED', 'major'],
  ],
  groups: [
    ['CHANGE_GROUP_ADDED', 'minor'],
    ['CHANGE_GROUP_REMOVED', 'major'],
  ],
  evidenceKinds: [
    ['CHANGE_VOCABULARY', 'minor'],
    ['CHANGE_VOCABULARY', 'patch'],
  ],
  sources: [
    ['CHANGE_VOCABULARY', 'patch'],
    ['CHANGE_VOCABULARY', 'patch'],
  ],
  ladders: [
    ['CHANGE_VOCABULARY', 'patch'],
    ['CHANGE_VOCABULARY', 'patch'],
  ],
  params: [
    ['CHANGE_VOCABULARY', 'patch'],
    ['CHANGE_VOCABULARY', 'patch'],
  ],
}

/** Methods to which the order of children matters. */
const ORDERED = new Set(['staircase', 'bonus'])

/** Judges one difference; null where it follows from another. */
export function ruleFor(difference: Difference, setting: RuleSetting): Change | null {
  const { section, field, facet } = difference
  const name = `${section}.${field}`
  if (FOLLOWS.has(name)) return null
  if (facet === 'en') return change('CHANGE_TRANSLATION', 'patch', difference)
  if (facet === 'zh') return wording(name, difference, setting)
  if (facet === 'whole') return whole(difference)
  if (name === 'nodes.children') return order(difference)
  if (name === 'nodes.evidence') return evidence(difference)
  if (name === 'params.values') return paramChange(difference, setting.asOf)
  if (section === 'gates') return change('CHANGE_GATE', 'major', difference)
  if (PATCH_FIELDS.has(name)) return change('CHANGE_DETAIL', 'patch', difference)
  const known = MAJOR_FIELDS[name]
  return known ? change(known, 'major', difference) : change('CHANGE_OTHER', 'major', difference)
}

function wording(name: string, difference: Difference, { editorial }: RuleSetting): Change {
  if (NEUTRAL.has(name)) return change('CHANGE_TEXT', 'patch', difference)
  if (editorial(difference.id)) return change('CHANGE_WORDING_DECLARED', 'patch', difference)
  return { ...change('CHANGE_WORDING', 'major', difference), undeclared: true }
}

function whole(difference: Difference): Change {
  const { section, from, to } = difference
  const known = WHOLE[section]?.[from === undefined ? 0 : 1]
  const values = { ...difference, from: valueOf(from), to: valueOf(to) }
  return known ? change(known[0], known[1], values) : change('CHANGE_OTHER', 'major', values)
}

/** The figure that a reader asks for first. */
const valueOf = (item: unknown): unknown =>
  typeof item === 'object' && item !== null
    ? 'weight' in item
      ? item.weight
      : 'min' in item
        ? item.min
        : 'when' in item
          ? item.when
          : null
    : item

/** The same children in another order: a change of the rule where the method counts them in order. */
function order(difference: Difference): Change | null {
  const [from, to] = [listOf(difference.from), listOf(difference.to)]
  if (from.length !== to.length || from.some((id) => !to.includes(id))) return null
  const method = methodOf(difference.item.to) ?? methodOf(difference.item.from)
  return change('CHANGE_ORDER', method !== null && ORDERED.has(method) ? 'major' : 'patch', difference)
}

function methodOf(item: Item | undefined): string | null {
  const aggregate = item?.['aggregate']
  return typeof aggregate === 'object' &&
    aggregate !== null &&
    'method' in aggregate &&
    typeof aggregate.method === 'string'
    ? aggregate.method
    : null
}

/** More kinds accepted lets more in; fewer refuses what was accepted. */
function evidence(difference: Difference): Change {
  const [from, to] = [listOf(difference.from), listOf(difference.to)]
  return from.every((kind) => to.includes(kind))
    ? change('CHANGE_EVIDENCE_WIDER', 'minor', difference)
    : change('CHANGE_EVIDENCE_NARROWER', 'major', difference)
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
