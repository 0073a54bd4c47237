import type { Dataset } from '@plumbline/kernel'
import { runsCode, type LoadedPlugin } from '@plumbline/plugin-host'
import type { Sandbox } from '@plumbline/sandbox'

/** Gives a dataset the columns that a plugin's programs work out. */
export type Prepare = (plugin: LoadedPlugin, dataset: Dataset) => Promise<Dataset>

/**
 * A dataset with what the plugin's programs work out. The sandbox is loaded only where there are any.
 *
 * @throws FaultError with every fault of every program.
 */
export const withPrograms: Prepare = (plugin, dataset) => inSandbox((prepare) => prepare(plugin, dataset))

/** One sandbox for everything that is prepared while `work` runs; none is started where no plugin has a program. */
export async function inSandbox<T>(work: (prepare: Prepare) => Promise<T>): Promise<T> {
  let sandbox: Sandbox | null = null
  try {
    return await work(async (plugin, dataset) => {
      if (!runsCode(plugin)) return dataset
      const { createSandbox, withCode } = await import('@plumbline/sandbox')
      sandbox ??= createSandbox()
      return withCode(sandbox, plugin, dataset)
    })
  } finally {
    await stopped(sandbox)
  }
}

const stopped = async (sandbox: Sandbox | null): Promise<void> => sandbox?.stop()
