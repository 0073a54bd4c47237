/** Gates, the basic rule and the grade of the unit on trial. Truth is 1, 0 or, undecided, a half: Kleene's `all` is MIN. */
import { isBranch, type Condition, type GateSpec } from '@plumbline/kernel'
import { isYes } from './normalise.ts'
import { gateOutside } from './needs.ts'
import { number, text } from './node-cells.ts'
import { nodeCell, type CellFormula, type TrialContext } from './trial.ts'

/** Hidden ids of the rows that show the outcome. */
export const TRIAL_ROWS = {
  byScore: '@byScore',
  status: '@status',
  grade: '@trialGrade',
  group: '@trialGroup',
  unit: '@trialUnit',
  period: '@trialPeriod',
} as const

const SIGNS: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' }

/** Truth in the hidden column and its word beside it, for every gate. */
export function gateFormulas(gate: GateSpec, context: TrialContext): readonly CellFormula[] {
  const { words } = context.texts
  const row = context.rowOf('gate', gate.id)
  const cell = (column: string, formula: string): CellFormula => ({ sheet: 'grades', row, column, formula })
  const holds = truth(gate.when, gate, { context, lean: 1 })
  const used = gateCell(gate.id, context)
  const reason = gateOutside(gate, context.needs.outside)
  if (reason !== null || holds === null)
    return [cell('used', '0'), { ...cell('result', text(words.outside)), reason: reason ?? 'gateFormula' }]
  const fires = gate.kind === 'entry' ? `1-${holds}` : holds
  const group = context.grids.subject?.absolute(TRIAL_ROWS.group, 'trial') ?? text('')
  const ours = gate.groups?.map((one) => `${group}=${text(one)}`)
  const word = `IF(${used}=1,${text(words.fired)},IF(${used}=0,${text(words.passed)},${text(words.undecided)}))`
  const kept = context.step('kept')
  const judged = (formula: string, undecided: string): string =>
    kept === null ? formula : `IF(${kept}=0,${undecided},${formula})`
  const [value, shown] = [judged(fires, '0.5'), judged(word, text(words.undecided))]
  return ours === undefined
    ? [cell('used', value), cell('result', shown)]
    : [
        cell('used', `IF(OR(${ours.join(',')}),${value},0)`),
        cell('result', `IF(OR(${ours.join(',')}),${shown},${text(words.notForGroup)})`),
      ]
}

const gateCell = (id: string, { grids, rowOf }: TrialContext): string =>
  grids.grades?.absolute(rowOf('gate', id), 'used') ?? '0'

interface Judging {
  readonly context: TrialContext
  /** The answer that helps the whole condition to hold. */
  readonly lean: 0 | 1
}

/** null where a part of it cannot be worked out in a sheet. */
function truth(condition: Condition, gate: GateSpec, judging: Judging): string | null {
  if ('not' in condition) {
    const part = truth(condition.not, gate, { ...judging, lean: judging.lean === 1 ? 0 : 1 })
    return part === null ? null : `(1-${part})`
  }
  if ('all' in condition || 'any' in condition) {
    const [list, name] = 'all' in condition ? [condition.all, 'MIN'] : [condition.any, 'MAX']
    const parts = list.map((one) => truth(one, gate, judging))
    return parts.includes(null) ? null : `${name}(${parts.join(',')})`
  }
  return 'op' in condition ? atom(condition, gate, judging) : null
}

type Atom = Extract<Condition, { op: string }>

function atom(condition: Atom, gate: GateSpec, { context, lean }: Judging): string | null {
  const none = text(context.texts.words.notApplicable)
  const right = `${SIGNS[condition.op] ?? condition.op}${number(condition.value)}`
  if ('node' in condition) {
    const score = nodeCell(context, condition.node, 'score')
    return `IF(${score}=${none},0,IF(ISNUMBER(${score}),IF(ROUND(${score},9)${right},1,0),0.5))`
  }
  if ('fact' in condition) {
    const { plugin, grids, rowOf } = context
    const fact = grids.subject?.absolute(rowOf('fact', condition.fact), 'trial') ?? text('')
    const isBoolean = plugin.catalogue.facts.some((one) => one.id === condition.fact && one.type === 'boolean')
    return compared(fact, isBoolean ? `IF(${isYes(fact, context.texts)},1,0)` : fact, { none, right, missing: '0.5' })
  }
  const { plan } = context.plugin
  const node = plan.nodes[plan.indexOf.get(condition.leaf) ?? -1]
  if (!node || isBranch(node)) return null
  const zero = (node.spec.missing ?? plan.framework.missing) === 'zero'
  const raw = nodeCell(context, condition.leaf, 'trial')
  const value = node.spec.normalise.method === 'boolean' ? `IF(${isYes(raw, context.texts)},1,0)` : raw
  return compared(raw, value, { none, right, missing: gate.kind === 'cap' && zero ? String(lean) : '0.5' })
}

const compared = (
  cell: string,
  value: string,
  { none, right, missing }: { readonly none: string; readonly right: string; readonly missing: string },
): string => `IF(${cell}="",${missing},IF(${cell}=${none},0,IF(${value}${right},1,0)))`

/** The four rows of the outcome. What a gate or score left to Plumbline would decide is left to it too. */
export function gradeFormulas(context: TrialContext): readonly CellFormula[] {
  const { plugin, texts, grids, needs } = context
  const { framework, nodes, root } = plugin.plan
  const { notes, words } = texts
  const rootId = nodes[root]?.spec.id ?? ''
  const score = nodeCell(context, rootId, 'score')
  const at = (row: string, column: string): string => grids.grades?.absolute(row, column) ?? '0'
  const status = at(TRIAL_ROWS.status, 'result')
  const outside = text(words.outside)
  const isOutside = (kind: GateSpec['kind']): boolean =>
    framework.gates.some((gate) => gate.kind === kind && gateOutside(gate, needs.outside) !== null)
  const graded = text(notes.statusGraded)
  const byScore = needs.outside.has(rootId) ? outside : shownGrade(at(TRIAL_ROWS.byScore, 'used'), context)
  const basics = nodes.some((node) => !isBranch(node) && node.spec.basic === true && needs.outside.has(node.spec.id))
  const unknownGrade = isOutside('cap') || (basics && framework.basicRule.length > 0)
  const grade = shownGrade(at(TRIAL_ROWS.grade, 'used'), context)
  const limits = [at(TRIAL_ROWS.byScore, 'used'), ...basicLimit(context), ...capLimits(context)]
  const cell = (row: string, column: string, formula: string): CellFormula => ({
    sheet: 'grades',
    row,
    column,
    formula,
  })
  return [
    cell(TRIAL_ROWS.byScore, 'used', byScoreFormula(score, context)),
    cell(TRIAL_ROWS.byScore, 'result', byScore),
    cell(
      TRIAL_ROWS.status,
      'result',
      statusFormula(score, context, {
        entry: isOutside('entry'),
        veto: isOutside('veto'),
        score: needs.outside.has(rootId),
      }),
    ),
    cell(TRIAL_ROWS.grade, 'used', `IF(${status}=${graded},MIN(${limits.join(',')}),0)`),
    cell(
      TRIAL_ROWS.grade,
      'result',
      `IF(${status}=${outside},${outside},${unknownGrade ? `IF(${status}=${graded},${outside},${grade})` : grade})`,
    ),
  ]
}

function byScoreFormula(score: string, { plugin, grids, rowOf }: TrialContext): string {
  const mins = plugin.plan.framework.grades.map(({ id }) => grids.grades?.absolute(rowOf('grade', id), 'min') ?? '0')
  return `IF(ISNUMBER(${score}),${mins.map((min) => `(ROUND(${score},9)>=${min})`).join('+') || '0'},0)`
}

/** A grade by its place from 1; a dash for none. */
function shownGrade(place: string, { plugin }: TrialContext): string {
  const names = plugin.catalogue.grades.map(({ id, zh }) => (id === zh ? id : `${id} ${zh}`))
  return names.length === 0 ? text('—') : `IF(${place}<1,"—",CHOOSE(${place},${names.map(text).join(',')}))`
}

function statusFormula(
  score: string,
  context: TrialContext,
  outside: { readonly entry: boolean; readonly veto: boolean; readonly score: boolean },
): string {
  const { plugin, texts } = context
  const { notes, words } = texts
  const fired = (kind: GateSpec['kind']): string => {
    const gates = plugin.plan.framework.gates.filter((gate) => gate.kind === kind)
    return gates.length === 0 ? 'FALSE' : `OR(${gates.map(({ id }) => `${gateCell(id, context)}=1`).join(',')})`
  }
  const last = `IF(ISNUMBER(${score}),${text(notes.statusGraded)},${text(notes.statusNoResult)})`
  const unless = (isOutside: boolean, formula: string): string => (isOutside ? text(words.outside) : formula)
  const vetoed = `IF(${fired('veto')},${text(notes.statusVetoed)},${unless(outside.veto || outside.score, last)})`
  const status = `IF(${fired('entry')},${text(notes.statusNotAdmitted)},${unless(outside.entry, vetoed)})`
  const kept = context.step('kept')
  return kept === null ? status : `IF(${kept}=0,${text(notes.statusScreenedOut)},${status})`
}

/** Place, from 1, of the highest grade that the basic indicators allow. */
function basicLimit(context: TrialContext): readonly string[] {
  const { plugin, texts } = context
  const { framework, nodes } = plugin.plan
  const basics = nodes.filter((node) => !isBranch(node) && node.spec.basic === true)
  if (basics.length === 0 || framework.basicRule.length === 0) return []
  const none = [texts.words.notApplicable, texts.words.screenedOut].map(text)
  const scores = basics.map(({ spec }) => {
    const score = nodeCell(context, spec.id, 'score')
    return `IF(OR(${none.map((word) => `${score}=${word}`).join(',')}),101,ROUND(N(${score}),9))`
  })
  const lowest = `MIN(${scores.join(',')})`
  const lines = framework.basicRule
    .map(({ grade, min }) => ({ place: framework.grades.findIndex(({ id }) => id === grade), min }))
    .sort((a, b) => a.place - b.place)
  return [lines.reduceRight((rest, { place, min }) => `IF(${lowest}<${number(min)},${place},${rest})`, '99')]
}

function capLimits(context: TrialContext): readonly string[] {
  const { framework } = context.plugin.plan
  return framework.gates
    .filter(({ kind }) => kind === 'cap')
    .map(({ id, maxGrade }) => {
      const place = framework.grades.findIndex((grade) => grade.id === maxGrade) + 1
      return `IF(${gateCell(id, context)}=1,${place},99)`
    })
}
