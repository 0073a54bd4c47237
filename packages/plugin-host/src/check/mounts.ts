import { problem, type Problem } from '../read/problem.ts'
import type { CheckContext } from './context.ts'
import { isMount, placedNodes } from './walk.ts'

/**
 * Mounted trees: of a plugin that is used, under the id that its own root has, and one core at most. The id must be the
 * same everywhere, or the core of two sectors could not be found for a comparison.
 */
export function checkMounts({ manifest, uses }: CheckContext): readonly Problem[] {
  const mounts = placedNodes(manifest).filter(isMount)
  const cores = mounts.filter(({ node }) => uses.some((plugin) => plugin.ref.id === node.ref && plugin.catalogue.core))
  return [
    ...mounts.flatMap(({ node, path }) => {
      if (!Object.hasOwn(manifest.uses, node.ref)) {
        return [problem([...path, 'ref'], 'PLUGIN_MOUNT_NOT_USED', { ref: node.ref, uses: Object.keys(manifest.uses) })]
      }
      const root = uses.find((plugin) => plugin.ref.id === node.ref)?.catalogue.framework.root.id
      return root === undefined || root === node.id
        ? []
        : [problem([...path, 'id'], 'PLUGIN_MOUNT_ID', { ref: node.ref, actual: node.id, expected: root })]
    }),
    ...cores
      .slice(1)
      .map(({ node, path }) =>
        problem([...path, 'ref'], 'PLUGIN_TWO_CORES', { ref: node.ref, first: cores[0]?.node.ref ?? '' }),
      ),
    ...(manifest.role === 'core' && cores[0]
      ? [problem([...cores[0].path, 'ref'], 'PLUGIN_CORE_MOUNTS_CORE', { ref: cores[0].node.ref })]
      : []),
  ]
}
