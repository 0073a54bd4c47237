import { takeRows, type LongInput } from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { completeDataset, planAt } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { Call } from '../command.ts'
import { dateOf } from '../commands/score.ts'
import { UsageError } from '../exit.ts'
import { findPlugin } from '../plugin/find.ts'
import type { Terminal } from '../terminal.ts'
import { readTable } from './period-rows.ts'

/** One period of a data file under a plugin, ready to be analysed. */
export interface Loaded {
  readonly plugin: LoadedPlugin
  readonly input: LongInput
  /** Names of the units, by row. */
  readonly names: readonly string[]
  readonly period: string
  /** The period before in the same file; null where there is none. */
  readonly previous: LongInput | null
}

/**
 * Reads plugin and data file, and picks the period that is asked for, or the newest. Earlier periods are history, as look-backs read
 * them.
 *
 * @throws FaultError with every fault of plugin or data; UsageError where the file has no such period.
 */
export async function loadForAnalysis(call: Call, terminal: Terminal): Promise<Loaded> {
  const [argument = '', data = ''] = call.operands
  const { plugin } = await findPlugin(argument, terminal)
  const table = await readTable(data, plugin, terminal)
  const plan = planAt(plugin.plan, dateOf(call, terminal))
  const { dataset } = completeDataset(plan, table.dataset)
  const periods = [...new Set(dataset.periods)].sort()
  const period = call.text('period') ?? periods.at(-1) ?? ''
  if (!periods.includes(period))
    throw new UsageError(fillText(terminal.texts.uncertainty.periodUnknown, { period, periods: periods.join(', ') }))
  const rowsOf = (wanted: (period: string) => boolean): readonly number[] =>
    dataset.periods.flatMap((each, row) => (wanted(each) ? [row] : []))
  const inputOf = (of: string): LongInput => {
    const earlier = rowsOf((each) => each < of)
    return {
      plan,
      dataset: takeRows(
        dataset,
        rowsOf((each) => each === of),
      ),
      history: earlier.length > 0 ? takeRows(dataset, earlier) : null,
    }
  }
  const before = periods.findLast((each) => each < period)
  return {
    plugin,
    input: inputOf(period),
    names: rowsOf((each) => each === period).map((row) => table.names[row] ?? ''),
    period,
    previous: before === undefined ? null : inputOf(before),
  }
}
