import type { LongJob, SensitivityReport } from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { roundHalfEven } from '@plumbline/kernel'
import { headText, namer, provenanceText } from '../analysis/head.ts'
import { loadForAnalysis, type Loaded } from '../analysis/load.ts'
import { reportLongRun, specOf } from '../analysis/long-run.ts'
import { wholeOption } from '../analysis/numbers.ts'
import { reported } from '../analysis/reported.ts'
import type { Call, Command } from '../command.ts'
import type { Exit } from '../exit.ts'
import { textTable } from '../output/table.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline sensitivity`: which weights and indicators the ranking hangs on. */
export const sensitivityCommand: Command = {
  name: 'sensitivity',
  operands: [2, 2],
  options: { spec: 'text', base: 'text', seed: 'text', period: 'text', 'as-of': 'text', top: 'text', workers: 'text' },
  texts: ({ sensitivity: texts }) => texts,
  run: reported(sensitivity),
}

async function sensitivity(call: Call, terminal: Terminal): Promise<Exit> {
  const loaded = await loadForAnalysis(call, terminal)
  const job = {
    kind: 'sensitivity',
    spec: await specOf(call, loaded, terminal),
    seed: wholeOption(call, { option: 'seed', usual: 1, least: 0 }, terminal),
    base: wholeOption(call, { option: 'base', usual: 256, least: 2 }, terminal),
    top: wholeOption(call, { option: 'top', usual: 10, least: 2 }, terminal),
  } satisfies LongJob
  const textOf = (report: SensitivityReport): string => reportText(loaded, { report, job }, terminal)
  return reportLongRun(call, { loaded, job, textOf }, terminal)
}

interface Shown {
  readonly report: SensitivityReport
  readonly job: LongJob
}

function reportText(loaded: Loaded, { report, job }: Shown, terminal: Terminal): string {
  const { sensitivity: texts } = terminal.texts
  const { base, seed } = report
  return [
    headText(loaded, terminal),
    `${fillText(texts.ran, { base, seed })}\n`,
    `\n${texts.factors}\n`,
    factorText(loaded, { report, job }, terminal),
    `\n${texts.removals}\n`,
    removalText(loaded, report, terminal),
    `\n${texts.weights}\n`,
    weightText(loaded, report, terminal),
    `\n${provenanceText(loaded, terminal)}`,
  ].join('')
}

const fixed = (value: number | null): string => (value === null ? '—' : roundHalfEven(value, 2).toFixed(2))

function factorText(loaded: Loaded, { report, job }: Shown, terminal: Terminal): string {
  const { factorColumns, factorsNone } = terminal.texts.sensitivity
  const name = namer(loaded, terminal)
  if (!report.factors || report.factors.length === 0) return `${factorsNone}\n`
  const nodesOf = (key: string): string => {
    const [part, index] = key.split('/')
    const entries = part === 'weights' ? job.spec.weights : part === 'aggregation' ? job.spec.aggregation : undefined
    const branches = entries?.[Number(index)]?.branches ?? 'all'
    return branches === 'all' ? branches : branches.map(name).join(', ')
  }
  return textTable(
    [
      { title: factorColumns.factor, align: 'left' },
      { title: factorColumns.nodes, align: 'left' },
      { title: factorColumns.first, align: 'right' },
      { title: factorColumns.total, align: 'right' },
    ],
    report.factors
      .toSorted((a, b) => b.total - a.total)
      .map(({ key, first, firstError, total, totalError }) => [
        key,
        nodesOf(key),
        `${fixed(first)} ±${fixed(firstError)}`,
        `${fixed(total)} ±${fixed(totalError)}`,
      ]),
  )
}

function removalText(loaded: Loaded, { removals }: SensitivityReport, terminal: Terminal): string {
  const { indicator, mean, largest } = terminal.texts.sensitivity.removalColumns
  const name = namer(loaded, terminal)
  return textTable(
    [
      { title: indicator, align: 'left' },
      { title: mean, align: 'right' },
      { title: largest, align: 'right' },
    ],
    removals
      .toSorted((a, b) => b.meanShift - a.meanShift)
      .map((one) => [name(one.indicator), fixed(one.meanShift), String(one.largestShift)]),
  )
}

function weightText(loaded: Loaded, { weights }: SensitivityReport, terminal: Terminal): string {
  const { node, weight, less, more, critical, pair } = terminal.texts.sensitivity.weightColumns
  const name = namer(loaded, terminal)
  return textTable(
    [
      { title: node, align: 'left' },
      { title: weight, align: 'right' },
      { title: less, align: 'right' },
      { title: more, align: 'right' },
      { title: critical, align: 'right' },
      { title: pair, align: 'left' },
    ],
    weights.map((one) => {
      const [nearest] = one.swaps
      return [
        name(one.node),
        String(roundHalfEven(one.weight, 4)),
        fixed(one.less),
        fixed(one.more),
        nearest ? String(roundHalfEven(nearest.critical, 4)) : '—',
        nearest ? [nearest.first, nearest.second].map((row) => loaded.names[row] ?? '').join(' / ') : '',
      ]
    }),
  )
}
