import { fillText, ruleText } from '@plumbline/i18n'
import type { CatalogueIndicator, CatalogueNode } from '@plumbline/plugin-api'
import type { Block, TableBlock } from '../model.ts'
import { childrenOf, leavesOf, plain, rootOf, type Writing } from './context.ts'

/** The annexes: value rules, weights, grades and gates, ladders and evidence, parameters; and what it was modelled on. */
export function annexes(writing: Writing): readonly Block[] {
  const { catalogue, texts } = writing
  const annex = (letter: string, status: string, text: string): Block => ({
    kind: 'annex',
    letter: fillText(texts.annex, { letter }),
    status,
    text,
  })
  return [
    annex('A', texts.normative, texts.annexA),
    ...ruleTables(writing),
    annex('B', texts.normative, texts.annexB),
    weightTable(writing),
    annex('C', texts.normative, texts.annexC),
    ...gradeTables(writing),
    annex('D', texts.informative, texts.annexD),
    ...ladderTables(writing),
    ...(catalogue.params.length === 0 ? [] : [annex('E', texts.normative, texts.annexE), paramTable(writing)]),
    ...bibliography(writing),
  ]
}

interface TableOf {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

const table = ({ texts, nextTable }: Writing, { caption, ...rest }: TableOf): TableBlock => ({
  kind: 'table',
  caption: `${fillText(texts.table, { n: nextTable() })}  ${caption}`,
  ...rest,
})

const isIndicator = (node: CatalogueNode): node is CatalogueIndicator => node.kind === 'indicator'

/** A table a dimension. */
function ruleTables(writing: Writing): readonly Block[] {
  const { catalogue, texts, of } = writing
  const root = rootOf(catalogue)
  const dimensions = root ? childrenOf(catalogue, root.id) : []
  const { columns } = texts
  return dimensions.map((dimension) =>
    table(writing, {
      caption: fillText(texts.rulesTable, { dimension: of(dimension) }),
      head: [columns.indicator, columns.measure, columns.calc, columns.rule, columns.source, columns.evidence],
      rows: leavesOf(catalogue, dimension)
        .filter(isIndicator)
        .map((node) => ruleRow(node, writing)),
      widths: [16, 8, 28, 22, 10, 16],
    }),
  )
}

function ruleRow(node: CatalogueIndicator, writing: Writing): readonly string[] {
  const { catalogue, texts, ui, of, nameOf } = writing
  const { formula, common } = ui
  const rule = ruleText(node.normalise, { formula, separator: common.listSeparator, plain })
  const spec = specOf(node.id, writing)
  const own =
    spec?.missing === undefined || spec.missing === catalogue.framework.missing ? [] : [texts.ownMissing[spec.missing]]
  const none = node.notApplicableRule ?? (node.notApplicableWhen ? of(node.notApplicableWhen) : null)
  return [
    `${of(node)}${node.basic ? texts.basicMark : ''}`,
    of(node.unitOfMeasure),
    [of(node.calc), ...(node.formula ? [node.formula.text] : [])].join('\n'),
    [
      fillText(texts.ruleWith, { rule, direction: texts.direction[node.direction] }),
      ...own,
      ...(none === null ? [] : [fillText(texts.notApplicableWhen, { text: none })]),
    ].join('\n'),
    nameOf(catalogue.sources, node.source),
    node.evidence.map((id) => nameOf(catalogue.evidenceKinds, id)).join('\n'),
  ]
}

type Spec = Writing['catalogue']['framework']['root']['children'][number]

function specOf(id: string, { catalogue }: Writing): Spec | undefined {
  const find = (nodes: readonly Spec[]): Spec | undefined => {
    for (const node of nodes) {
      const found = node.id === id ? node : node.kind === 'branch' ? find(node.children) : undefined
      if (found) return found
    }
    return undefined
  }
  return find(catalogue.framework.root.children)
}

/** Every node below the root with its weight among its siblings and, of a tree of means, in the whole. */
function weightTable(writing: Writing): Block {
  const { catalogue, texts, of } = writing
  const { columns } = texts
  const shares = new Map<string, number>()
  const root = rootOf(catalogue)
  if (root) shares.set(root.id, 1)
  const rows = catalogue.nodes.slice(1).map((node) => {
    const share = (shares.get(node.parent ?? '') ?? 0) * node.weight
    shares.set(node.id, share)
    return [
      `${'　'.repeat(node.depth - 1)}${of(node)}`,
      plain(node.weight),
      `${plain(Number((share * 100).toFixed(2)))}%`,
    ]
  })
  return table(writing, {
    caption: texts.weightsTable,
    head: [columns.node, columns.weight, columns.share],
    rows,
    widths: [60, 18, 22],
  })
}

function gradeTables(writing: Writing): readonly Block[] {
  const { catalogue, texts, ui, of, nameOf } = writing
  const { columns } = texts
  const grades = catalogue.grades.map((grade) => [`${grade.id} ${of(grade)}`, plain(grade.min)])
  const gates = catalogue.gates.map((each) => {
    const { kind, groups, maxGrade, lookbackMonths } = each.gate
    const effect = fillText(texts.effect[kind], { grade: nameOf(catalogue.grades, maxGrade ?? '') })
    const look = lookbackMonths === undefined ? '' : ` (${fillText(ui.standards.lookback, { count: lookbackMonths })})`
    const who =
      groups === undefined ? ui.standards.allGroups : groups.map((id) => nameOf(catalogue.groups, id)).join('\n')
    return [texts.gateKind[kind], `${of(each)}${look}`, who, effect]
  })
  const facts = catalogue.facts.map((fact) => [of(fact), texts.type[fact.type]])
  return [
    ...(grades.length === 0
      ? []
      : [
          table(writing, {
            caption: texts.gradesTable,
            head: [columns.grade, columns.from],
            rows: grades,
            widths: [60, 40],
          }),
        ]),
    ...(gates.length === 0
      ? []
      : [
          table(writing, {
            caption: texts.gatesTable,
            head: [columns.kind, columns.sentence, columns.groups, columns.effect],
            rows: gates,
            widths: [10, 52, 18, 20],
          }),
        ]),
    ...(facts.length === 0
      ? []
      : [
          table(writing, {
            caption: texts.factsTable,
            head: [columns.fact, columns.type],
            rows: facts,
            widths: [75, 25],
          }),
        ]),
  ]
}

function ladderTables(writing: Writing): readonly Block[] {
  const { catalogue, texts, of } = writing
  const { columns } = texts
  const climbed = new Set(catalogue.nodes.flatMap((node) => (node.kind === 'indicator' ? (node.ladder ?? []) : [])))
  const ladders = catalogue.ladders.filter(({ id }) => climbed.has(id))
  const steps = ladders.flatMap((ladder) => ladder.steps.map((step) => [of(ladder), plain(step.level), of(step)]))
  const used = new Set(catalogue.nodes.flatMap((node) => (node.kind === 'indicator' ? node.evidence : [])))
  const evidence = catalogue.evidenceKinds.filter(({ id }) => used.has(id)).map((kind) => [of(kind), kind.form])
  return [
    ...(steps.length === 0
      ? []
      : [
          table(writing, {
            caption: texts.laddersTable,
            head: [columns.ladder, columns.step, columns.meaning],
            rows: steps,
            widths: [25, 10, 65],
          }),
        ]),
    ...(evidence.length === 0
      ? []
      : [
          table(writing, {
            caption: texts.evidenceTable,
            head: [columns.evidence, columns.form],
            rows: evidence,
            widths: [70, 30],
          }),
        ]),
  ]
}

function paramTable(writing: Writing): Block {
  const { catalogue, texts, of } = writing
  const { columns } = texts
  const rows = catalogue.params.flatMap((param) =>
    param.values.map(({ from, value }) => [
      of(param),
      from,
      `${plain(value)}${param.unitOfMeasure ? ` ${of(param.unitOfMeasure)}` : ''}`,
      of(param.source),
    ]),
  )
  return table(writing, {
    caption: texts.paramsTable,
    head: [columns.param, columns.date, columns.value, columns.paramSource],
    rows,
    widths: [30, 18, 18, 34],
  })
}

function bibliography({ catalogue, texts }: Writing): readonly Block[] {
  if (catalogue.modelledOn.length === 0) return []
  return [
    { kind: 'annex', letter: texts.bibliography, status: '', text: '' },
    ...catalogue.modelledOn.map((text, index): Block => ({ kind: 'paragraph', text: `[${index + 1}] ${text}` })),
  ]
}
