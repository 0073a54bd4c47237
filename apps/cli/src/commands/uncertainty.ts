import { shareAtMost, type LongJob, type UncertaintyReport } from '@plumbline/analysis'
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

/** `plumbline uncertainty`: how far the ranks hang on weights and methods that could have been chosen otherwise. */
export const uncertaintyCommand: Command = {
  name: 'uncertainty',
  operands: [2, 2],
  options: { spec: 'text', draws: 'text', seed: 'text', period: 'text', 'as-of': 'text', top: 'text', workers: 'text' },
  texts: ({ uncertainty: texts }) => texts,
  run: reported(uncertainty),
}

async function uncertainty(call: Call, terminal: Terminal): Promise<Exit> {
  const loaded = await loadForAnalysis(call, terminal)
  const job = {
    kind: 'uncertainty',
    spec: await specOf(call, loaded, terminal),
    seed: wholeOption(call, { option: 'seed', usual: 1, least: 0 }, terminal),
    draws: wholeOption(call, { option: 'draws', usual: 10_000, least: 1 }, terminal),
  } satisfies LongJob
  const top = wholeOption(call, { option: 'top', usual: 10, least: 1 }, terminal)
  const textOf = (report: UncertaintyReport): string => reportText(loaded, { report, top }, terminal)
  return reportLongRun(call, { loaded, job, textOf }, terminal)
}

interface Shown {
  readonly report: UncertaintyReport
  readonly top: number
}

function reportText(loaded: Loaded, { report, top }: Shown, terminal: Terminal): string {
  const { uncertainty: texts, common } = terminal.texts
  const { draws, seed, convergence } = report
  const name = namer(loaded, terminal)
  const percent = (share: number): string => `${roundHalfEven(share * 100, 1).toFixed(1)}%`
  const groupOf = new Map(report.groups.flatMap((rows, index) => rows.map((row) => [row, { index, rows }] as const)))
  const order = [...report.units.keys()].sort(
    (a, b) => (report.units[a]?.nominal ?? Infinity) - (report.units[b]?.nominal ?? Infinity) || a - b,
  )
  const rows = order.flatMap((row) => {
    const unit = report.units[row]
    if (!unit) return []
    const most = unit.grades.reduce((best, count, index) => (count > (unit.grades[best] ?? 0) ? index : best), 0)
    const group = groupOf.get(row)
    const grade = report.grades[most]
    return [
      [
        unit.nominal === null ? common.none : String(unit.nominal),
        unit.unit,
        loaded.names[row] ?? '',
        unit.rank ? `${unit.rank.low}–${unit.rank.high}` : common.none,
        percent(shareAtMost(unit, draws, top)),
        `${grade === undefined ? texts.noGrade : name(grade)} ${percent((unit.grades[most] ?? 0) / draws)}`,
        group === undefined
          ? common.none
          : group.rows.length === 1
            ? texts.alone
            : fillText(texts.group, { group: group.index + 1 }),
      ],
    ]
  })
  const last = convergence.at(-1)
  const { rank, unit, name: named, interval, most, grade, group } = texts.columns
  return [
    headText(loaded, terminal),
    `${fillText(texts.ran, { draws, seed })}\n\n`,
    textTable(
      [
        { title: rank, align: 'right' },
        { title: unit, align: 'left' },
        { title: named, align: 'left' },
        { title: interval, align: 'right' },
        { title: fillText(most, { k: top }), align: 'right' },
        { title: grade, align: 'left' },
        { title: group, align: 'left' },
      ],
      rows,
    ),
    `\n${texts.groupsNote}\n`,
    last
      ? `${fillText(texts.convergence, { largest: last.largestChange, mean: roundHalfEven(last.meanChange, 2) })}\n`
      : '',
    provenanceText(loaded, terminal),
  ].join('')
}
