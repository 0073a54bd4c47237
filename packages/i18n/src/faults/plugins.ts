import { pluginFolderFaults } from './plugin-folder.ts'
import { pluginLockFaults } from './plugin-lock.ts'
import { pluginManifestFaults } from './plugin-manifest.ts'
import { pluginNamesFaults } from './plugin-names.ts'
import { pluginRulesFaults } from './plugin-rules.ts'
import { pluginUsesFaults } from './plugin-uses.ts'
import { pluginYamlFaults } from './plugin-yaml.ts'
import type { FaultWordings } from './wording.ts'

/** Faults of plugins: the folder, the YAML, the manifest's schema, what crosses from one place to another, the lock. */
export const pluginsFaults: FaultWordings = {
  ...pluginFolderFaults,
  ...pluginYamlFaults,
  ...pluginManifestFaults,
  ...pluginUsesFaults,
  ...pluginNamesFaults,
  ...pluginRulesFaults,
  ...pluginLockFaults,
}
