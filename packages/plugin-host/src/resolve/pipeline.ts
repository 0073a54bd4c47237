import type { PipelineOverride, PipelineSpec, PipelineSteps } from '@plumbline/kernel'
import type { Manifest, ManifestNode, ManifestPipeline, ManifestPipelineOverride } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'

/** What the whole set says of its data, reduced to ids and numbers. */
export const pipelineSpec = ({ screen, ...steps }: ManifestPipeline): PipelineSpec => ({
  ...(screen && { screen }),
  ...stepsSpec(steps),
})

/** What a node says otherwise. */
export const overrideSpec = ({ screen, ...steps }: ManifestPipelineOverride): PipelineOverride => ({
  ...(screen && { screen }),
  ...stepsSpec(steps),
})

function stepsSpec({ denominate, impute, treat, reference }: Omit<ManifestPipelineOverride, 'screen'>): PipelineSteps {
  return {
    ...(denominate && { denominate: denominate === 'none' ? 'none' : { by: denominate.by, per: denominate.per } }),
    ...(impute && { impute: impute === 'none' ? 'none' : [impute].flat() }),
    ...(treat && { treat: treat === 'none' ? 'none' : treatSpec(treat) }),
    ...(reference && { reference: reference === 'none' ? 'none' : reference }),
  }
}

function treatSpec({ transforms, steps, ...rest }: Exclude<ManifestPipelineOverride['treat'], 'none' | undefined>) {
  return transforms ? { transforms } : { ...rest, ...(steps && { steps }) }
}

/** True where something is said about preparing the data, anywhere in a manifest. */
export function preparesData({ pipeline, tree }: Manifest): boolean {
  const says = (node: ManifestNode): boolean =>
    !('ref' in node) && (node.pipeline !== undefined || ('children' in node && node.children.some(says)))
  return pipeline !== undefined || tree.children.some(says)
}

const NOTHING = { denominate: 'none', impute: 'none', treat: 'none', reference: 'none', screen: 'keep' } as const

/**
 * A used plugin whose tree goes through what its own pipeline says and nothing else: what a standard does to its own
 * indicators never moves the shared ones.
 */
export function asItIs(plugin: LoadedPlugin): LoadedPlugin {
  const { framework } = plugin.catalogue
  const own = { ...NOTHING, ...framework.pipeline, screen: NOTHING.screen, ...framework.root.pipeline }
  const root = { ...framework.root, pipeline: own }
  return { ...plugin, catalogue: { ...plugin.catalogue, framework: { ...framework, root } } }
}
