import { inlineAnalyst, type PeriodAttribution } from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { fault, FaultError, planAt, publishedScore, type Dataset } from '@plumbline/kernel'
import { carriedOver, type LoadedPlugin } from '@plumbline/plugin-host'
import { findUnit } from '../analysis/find-unit.ts'
import { headText, provenanceOf, provenanceText } from '../analysis/head.ts'
import { periodRows, periodsOf, readTable, type PeriodRows } from '../analysis/period-rows.ts'
import { reported } from '../analysis/reported.ts'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { textTable } from '../output/table.ts'
import { findVersion } from '../plugin/find-version.ts'
import { withPrograms } from '../plugin/with-programs.ts'
import type { Terminal } from '../terminal.ts'
import { dateOf } from './score.ts'

/** `plumbline change`: why a unit's score differs from the period before: own data, others, the standard, a correction. */
export const changeCommand: Command = {
  name: 'change',
  operands: [3, 3],
  options: {
    period: 'text',
    'as-of': 'text',
    earlier: 'text',
    'earlier-version': 'text',
    'earlier-as-of': 'text',
    published: 'text',
  },
  texts: ({ change: texts }) => texts,
  run: reported(change),
}

/** One of the two periods: its version with the parameters in force, and its rows. */
interface Side extends PeriodRows {
  readonly plugin: LoadedPlugin
  readonly asOf: string
}

async function change(call: Call, terminal: Terminal): Promise<Exit> {
  const [after, before] = await sidesOf(call, terminal)
  const { dataset, names, period } = after
  const row = findUnit({ units: dataset.units, names, period }, call.operands[2] ?? '', terminal)
  const unit = dataset.units[row] ?? ''
  const first = call.text('published')
  const published = first === null ? null : periodRows(await readTable(first, before.plugin, terminal), before.period)
  const carried = await carriedFrom(before, after)
  const found = await inlineAnalyst.ask({
    kind: 'change',
    change: {
      unit,
      before: await dataOf(before),
      after: await dataOf(after),
      ...(published && { published: await withPrograms(before.plugin, published.dataset) }),
      ...(carried && { carried }),
    },
  })
  const told = { unit, name: names[row] ?? '', methodFirst: carried !== null }
  if (call.json) {
    const earlier = { plugin: before.plugin.ref, period: before.period }
    terminal.out(`${JSON.stringify({ ...provenanceOf(after), ...told, earlier, ...found })}\n`)
  } else terminal.out(changeText(found, { ...told, after, before }, terminal))
  return Exit.ok
}

/** The later and the earlier period, from one file or from two, under one version or under two. */
async function sidesOf(call: Call, terminal: Terminal): Promise<readonly [Side, Side]> {
  const [argument = '', data = ''] = call.operands
  const { plugin } = await findVersion(argument, terminal)
  const earlierVersion = call.text('earlier-version')
  const older = earlierVersion === null ? plugin : (await findVersion(earlierVersion, terminal)).plugin
  if (older.ref.id !== plugin.ref.id)
    throw new FaultError([fault('VERSIONS_OF_DIFFERENT_PLUGINS', { from: older.ref.id, to: plugin.ref.id })])
  const table = await readTable(data, plugin, terminal)
  const periods = periodsOf(table)
  const period = call.text('period') ?? periods.at(-1) ?? ''
  if (!periods.includes(period))
    throw new UsageError(fillText(terminal.texts.uncertainty.periodUnknown, { period, periods: periods.join(', ') }))
  const earlier = call.text('earlier')
  const earlierTable = earlier === null && older === plugin ? table : await readTable(earlier ?? data, older, terminal)
  const before = periodsOf(earlierTable).findLast((each) => each < period)
  if (before === undefined) throw new UsageError(fillText(terminal.texts.change.noEarlier, { period }))
  const asOf = dateOf(call, terminal)
  return [
    { plugin, asOf, ...periodRows(table, period) },
    { plugin: older, asOf: call.text('earlier-as-of') ?? asOf, ...periodRows(earlierTable, before) },
  ]
}

const dataOf = async ({ plugin, asOf, dataset, period }: Side) => ({
  plan: planAt(plugin.plan, asOf),
  dataset: await withPrograms(plugin, dataset),
  period,
})

/** The earlier data under the later version, by the migration that it brings; null where it brings none. */
async function carriedFrom(
  before: Side,
  after: Side,
): Promise<{ readonly dataset: Dataset; readonly asked: readonly string[] } | null> {
  if (before.plugin.ref.digest === after.plugin.ref.digest) return null
  const carried = carriedOver(before.dataset, { from: before.plugin, to: after.plugin, asOf: after.asOf })
  return carried && { ...carried, dataset: await withPrograms(after.plugin, carried.dataset) }
}

interface Told {
  readonly unit: string
  readonly name: string
  readonly methodFirst: boolean
  readonly after: Side
  readonly before: Side
}

function changeText(
  { from, to, own, others, method, revision }: PeriodAttribution,
  { unit, name, methodFirst, after, before }: Told,
  terminal: Terminal,
): string {
  const { why } = terminal.texts.explain
  const { display } = after.plugin.catalogue
  const shown = (points: number): string => publishedScore(points, display).toFixed(display.digits)
  const signed = (points: number): string => `${points > 0 ? '+' : ''}${shown(points)}`
  const [version, earlierVersion] = [after.plugin.ref.version, before.plugin.ref.version]
  const methodName =
    before.plugin.ref.digest === after.plugin.ref.digest && before.asOf === after.asOf
      ? fillText(why.sameMethod, { version })
      : fillText(why.part_method, { from: earlierVersion, to: version })
  const rows = [
    [why.part_own, signed(own)],
    [why.part_others, signed(others)],
    [methodName, signed(method)],
    [why.part_revision, signed(revision)],
    [why.total, signed(to - from)],
  ]
  const lead = fillText(why.changeLead, {
    period: after.period,
    to: shown(to),
    earlier: before.period,
    from: shown(from),
    points: signed(to - from),
  })
  return [
    headText({ ...after, input: after }, terminal),
    `${unit}  ${name}\n`,
    `\n${why.changeTitle}\n${lead}\n`,
    methodFirst ? `${fillText(why.methodFirst, { to: version })}\n` : '',
    textTable(
      [
        { title: why.part, align: 'left' },
        { title: why.points, align: 'right' },
      ],
      rows,
    ),
    `${why.changeNote}\n`,
    `\n${provenanceText(after, terminal)}`,
  ].join('')
}
