/** What an author waits for at each save: the manifest read and checked, golden cases recomputed, the linter. */
import { join } from 'node:path'
import { loadBundle, loadPlugins, readBundle, type LoadedPlugin } from '@plumbline/plugin-host'
import { lint, parseCases, runCases } from '@plumbline/testkit'
import { readFile } from 'node:fs/promises'
import { measure, type Timing } from './measure.ts'

export interface CheckBench {
  readonly plugin: string
  readonly indicators: number
  readonly cases: number
  /** Milliseconds, after the process has started. */
  readonly check: Timing
}

const PLUGINS = join(import.meta.dirname, '../../../plugins')

/** `plumbline check` on the largest supplied standard, without the start of the process. */
export async function benchCheck(turns: number): Promise<CheckBench> {
  const { plugins } = await loadPlugins(PLUGINS)
  const [largest] = plugins.toSorted((a, b) => indicatorsOf(b) - indicatorsOf(a))
  if (!largest) throw new Error('there are no plugins')
  const folder = join(PLUGINS, largest.ref.id)
  const run = async () => {
    const bundle = await readBundle(folder)
    const cases = parseCases(await readFile(join(folder, 'cases.yaml'), 'utf8'), 'cases.yaml')
    const plugin = loadBundle(bundle, plugins)
    const differences = runCases(plugin, cases)
    if (differences.length > 0) throw new Error(`the cases of ${plugin.ref.id} do not hold`)
    lint({ plugin, cases, name: plugin.ref.id })
    return cases.cases.length
  }
  const cases = await run()
  const [check] = await measure([{ name: 'check', run }], { counted: turns, warmUp: 0 })
  if (!check) throw new Error('nothing was measured')
  return { plugin: largest.ref.id, indicators: indicatorsOf(largest), cases, check }
}

const indicatorsOf = ({ catalogue }: LoadedPlugin): number =>
  catalogue.nodes.filter(({ kind }) => kind === 'indicator').length
