import path from 'node:path'
import { demonstrationCsv } from '@plumbline/demo'
import { loadPlugins } from '@plumbline/plugin-host'

export const PLUGIN = 'smart-retail'
export const UNITS = 375

export const REPOSITORY: string = path.join(import.meta.dirname, '../../../..')

const { plugins } = await loadPlugins(path.join(REPOSITORY, 'plugins'))

/** A file of 375 fictional units for one period of a real standard. */
export function fileFor(period: string): string {
  const plugin = plugins.find(({ ref }) => ref.id === PLUGIN)
  if (!plugin) throw new Error(`${PLUGIN} is in the repository`)
  return demonstrationCsv(plugin.catalogue, { seed: 7, units: UNITS, periods: [period] })
}
