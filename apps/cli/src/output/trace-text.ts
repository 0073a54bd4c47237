/** The chain behind one score, from raw value to grade, as an indented tree: every number a reader needs for the sum. */
import { fillText, preparationLines, screenedUnitLine, uiMessages } from '@plumbline/i18n'
import type { Trace, TraceBranch, TraceGate, TraceIndicator, TraceNode } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { aggregateFormula } from './aggregate-formula.ts'
import { filledFormula, formulaLines } from './formula-lines.ts'
import { normaliseFormula } from './normalise-formula.ts'
import { plain } from './plain.ts'
import { saying, shownScore, type Reader } from './score-table.ts'

export function traceText(trace: Trace, catalogue: Catalogue, reader: Reader): string {
  const { texts } = reader
  const head = fillText(texts.score.traceHead, {
    unit: trace.unit,
    period: trace.period,
    group: trace.group ?? texts.common.none,
  })
  const lines = [head, '', ...nodeLines(trace.root, catalogue, { ...reader, indent: '' })]
  const gates = trace.gates
    .filter(({ outcome }) => outcome !== 'not-for-group')
    .map((gate) => gateLine(gate, catalogue, reader))
  return `${[...lines, '', texts.score.gates, ...gates, '', ...gradingLines(trace, catalogue, reader)].join('\n')}\n`
}

interface Place extends Reader {
  readonly indent: string
}

function nodeLines(node: TraceNode, catalogue: Catalogue, place: Place): readonly string[] {
  const { indent, language, texts } = place
  const text = catalogue.nodes.find(({ id }) => id === node.id)
  const [declared, effective] = [plain(node.weight), plain(node.effectiveWeight)]
  const weight = declared === effective ? declared : `${declared} → ${effective}`
  const title = fillText(texts.score.traceNode, {
    name: text ? saying(language)(text) : node.id,
    id: node.id,
    score: node.score === null ? texts.common.none : plain(node.score),
    weight,
    points: plain(node.contribution),
  })
  const state = node.state === 'scored' ? [] : [`${indent}   ${texts.score.state[node.state]}`]
  if (node.kind === 'indicator')
    return [
      `${indent}${title}`,
      `${indent}   ${indicatorLine(node, catalogue, place)}`,
      ...stepLines(node, catalogue, place).map((line) => `${indent}   ${line}`),
      ...formulaLines(node, catalogue, place).map((line) => `${indent}   ${line}`),
      ...state,
    ]
  const children = node.children.flatMap((child) => nodeLines(child, catalogue, { ...place, indent: `${indent}   ` }))
  return [`${indent}${title}`, ...branchLine(node, place), ...state, ...children]
}

function branchLine(node: TraceBranch, { indent, language }: Place): readonly string[] {
  const formula = aggregateFormula(node, uiMessages[language])
  return formula === null ? [] : [`${indent}   ${formula}`]
}

function indicatorLine(node: TraceIndicator, catalogue: Catalogue, { language, texts }: Place): string {
  const ui = uiMessages[language]
  if (node.raw === null) {
    const blank = fillText(texts.score.traceBlank, { blank: ui.chain.blank[node.blank] })
    return node.preparation?.value === undefined || node.preparation.value === null
      ? blank
      : `${blank}  ${normaliseFormula(node, ui)}`
  }
  const found = catalogue.nodes.find(({ id }) => id === node.id)
  const measure = found?.kind === 'indicator' ? saying(language)(found.unitOfMeasure) : ''
  const basic = node.basic ? `${texts.score.basic}  ` : ''
  return `${basic}${fillText(texts.score.traceRaw, { raw: plain(node.raw), measure })}  ${normaliseFormula(node, ui)}`
}

/** What was done to the value before it was normalised. */
function stepLines({ preparation }: TraceIndicator, catalogue: Catalogue, { language }: Reader): readonly string[] {
  if (!preparation) return []
  const named = [...catalogue.nodes, ...catalogue.facts]
  const name = (id: string): string => {
    const found = named.find((one) => one.id === id)
    return found ? saying(language)(found) : id
  }
  return preparationLines(preparation, { language, name, plain })
}

function gateLine(
  { gate, outcome, observed, decisive, formulas = [] }: TraceGate,
  catalogue: Catalogue,
  { language, texts }: Reader,
): string {
  const text = catalogue.gates.find((candidate) => candidate.gate.id === gate.id)
  const values = observed.map(({ condition, value, period }) => {
    const subject =
      'fact' in condition
        ? condition.fact
        : 'leaf' in condition
          ? condition.leaf
          : 'node' in condition
            ? condition.node
            : ''
    const comparison = 'op' in condition ? `${condition.op} ${plain(condition.value)}` : ''
    return `${subject} = ${value === null ? texts.common.none : plain(value)} (${period}; ${comparison})`
  })
  const said = formulas.map((formula) => filledFormula(formula, catalogue, { language, texts }))
  const mark = outcome === 'fired' ? '●' : outcome === 'undecided' ? '?' : '○'
  const sentence = text ? saying(language)(text) : gate.id
  return `   ${mark} ${texts.score.outcome[outcome]}${decisive ? ` ${texts.score.decisive}` : ''}  ${sentence} [${gate.id}]  ${[...values, ...said].join(', ')}`
}

function gradingLines(trace: Trace, catalogue: Catalogue, { language, texts }: Reader): readonly string[] {
  const say = saying(language)
  const grade = (id: string | null): string => {
    const found = catalogue.grades.find((candidate) => candidate.id === id)
    return found ? `${say(found)} (${found.id})` : texts.common.none
  }
  const name = (id: string): string => {
    const found = catalogue.nodes.find((node) => node.id === id)
    return found ? say(found) : id
  }
  const { basicLimit, capLimit, toNext, gradeByScore } = trace.grading
  const score =
    trace.score === null
      ? texts.common.none
      : `${shownScore(trace.score, catalogue.display)} (${plain(trace.score, 9)})`
  return [
    fillText(texts.score.traceScore, { score, status: uiMessages[language].common.statusOf[trace.status] }),
    ...(trace.screened ? [screenedUnitLine(trace.screened, language)] : []),
    fillText(texts.score.traceByScore, { grade: grade(gradeByScore) }),
    ...(basicLimit
      ? [
          fillText(texts.score.traceBasic, {
            grade: grade(basicLimit.grade),
            indicator: name(basicLimit.indicator),
            score: plain(basicLimit.score),
            required: plain(basicLimit.required),
          }),
        ]
      : []),
    ...(capLimit ? [fillText(texts.score.traceCap, { grade: grade(capLimit.grade), gate: capLimit.gate })] : []),
    fillText(texts.score.traceGrade, { grade: grade(trace.grading.grade) }),
    ...(trace.rank ? [fillText(texts.score.traceRank, { place: trace.rank.place, of: trace.rank.of })] : []),
    ...(toNext ? [fillText(texts.score.traceNext, { grade: grade(toNext.grade), points: plain(toNext.points) })] : []),
  ]
}
