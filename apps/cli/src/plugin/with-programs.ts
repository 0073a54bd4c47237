import type { Dataset } from '@plumbline/kernel'
import { runsCode, type LoadedPlugin } from '@plumbline/plugin-host'

/**
 * A dataset with what the plugin's programs work out. The sandbox is loaded only where there are any.
 *
 * @throws FaultError with every fault of every program.
 */
export async function withPrograms(plugin: LoadedPlugin, dataset: Dataset): Promise<Dataset> {
  if (!runsCode(plugin)) return dataset
  const { createSandbox, withCode } = await import('@plumbline/sandbox')
  const sandbox = createSandbox()
  try {
    return await withCode(sandbox, plugin, dataset)
  } finally {
    await sandbox.stop()
  }
}
