import { fillText } from '@plumbline/i18n'
import type { AggregateSpec, BranchSpec, NodeSpec } from '@plumbline/kernel'
import type { Block } from '../model.ts'
import { plain, type Writing } from './context.ts'

/** Clause 6: from the scores of indicators to the grade. */
export function resultClause(writing: Writing): readonly Block[] {
  const { catalogue, texts } = writing
  const { processSteps: steps } = texts
  const head = (number: number, text: string): Block => ({ kind: 'heading', level: 2, number: `6.${number}`, text })
  return [
    { kind: 'heading', level: 1, number: '6', text: texts.result },
    head(1, texts.process),
    { kind: 'paragraph', text: texts.processText },
    { kind: 'list', mark: 'letter', items: [steps.collect, steps.verify, steps.score, steps.grade, steps.report] },
    head(2, texts.aggregation),
    { kind: 'paragraph', text: texts.aggregationText },
    { kind: 'list', mark: 'letter', items: aggregations(writing) },
    ...coverages(writing),
    head(3, texts.gates),
    { kind: 'paragraph', text: catalogue.gates.length > 0 ? texts.gatesText : texts.gatesNone },
    head(4, texts.grades),
    { kind: 'paragraph', text: catalogue.grades.length > 0 ? texts.gradesText : texts.gradesNone },
    ...basicRule(writing),
    head(5, texts.rounding),
    { kind: 'paragraph', text: fillText(texts.roundingText, { digits: catalogue.display.digits }) },
  ]
}

const branchesOf = (node: NodeSpec): readonly BranchSpec[] =>
  node.kind === 'branch' ? [node, ...node.children.flatMap(branchesOf)] : []

/** A line a method; the commonest stands last, for all branches that are not named. */
function aggregations(writing: Writing): readonly string[] {
  const { catalogue, texts } = writing
  const groups = Map.groupBy(branchesOf(catalogue.framework.root), ({ aggregate }) => howText(aggregate, writing))
  const lines = [...groups].sort(([, a], [, b]) => a.length - b.length)
  return lines.map(([how, branches], index) => {
    const isRest = index === lines.length - 1
    const nodes = isRest
      ? texts.allOthers
      : branches.map(({ id }) => nodeName(id, writing)).join(writing.ui.common.listSeparator)
    return lines.length === 1 ? how : fillText(texts.aggregationOf, { nodes, how })
  })
}

const nodeName = (id: string, { catalogue, nameOf }: Writing): string => nameOf(catalogue.nodes, id)

function howText(spec: AggregateSpec, { texts }: Writing): string {
  const figures = Object.entries(spec).flatMap(([key, value]): readonly (readonly [string, string])[] =>
    typeof value === 'number' ? [[key, plain(value)]] : [],
  )
  return fillText(texts.how[spec.method], Object.fromEntries(figures))
}

function coverages(writing: Writing): readonly Block[] {
  const { catalogue, texts, ui } = writing
  const asked = branchesOf(catalogue.framework.root).filter(({ minCoverage = 0 }) => minCoverage > 0)
  const groups = Map.groupBy(asked, ({ minCoverage = 0 }) => `${plain(minCoverage * 100)}%`)
  return [...groups].map(([share, branches]) => ({
    kind: 'paragraph',
    text: fillText(texts.coverage, {
      share,
      nodes: branches.map(({ id }) => nodeName(id, writing)).join(ui.common.listSeparator),
    }),
  }))
}

function basicRule({ catalogue, texts, nameOf }: Writing): readonly Block[] {
  if (catalogue.basicRule.length === 0) return []
  const items = catalogue.basicRule.map(({ grade, min }) =>
    fillText(texts.basicLine, { grade: nameOf(catalogue.grades, grade), min: plain(min) }),
  )
  return [
    { kind: 'paragraph', text: texts.basicText },
    { kind: 'list', mark: 'dash', items },
  ]
}
