import { z } from 'zod'
import { aggregate } from './aggregate.ts'
import { derive } from './derive.ts'
import { normalise } from './normalise.ts'
import { codePath, formula, indicatorInput, notApplicable } from './inputs.ts'
import { pipelineOverride } from './pipeline.ts'
import { id, text, textShape } from './text.ts'

export const missing = z.enum(['zero', 'exclude', 'no-result'])
const weight = z.number().nonnegative()

const indicatorTypes = ['number', 'ratio', 'level', 'boolean', 'expert'] as const

/** A leaf: what is reported, in which unit of measure, and what it is worth. */
const indicatorNode = z.strictObject({
  id,
  ...textShape,
  type: z.enum(indicatorTypes),
  unit: text,
  direction: z.enum(['positive', 'negative', 'target']),
  weight,
  basic: z.boolean().default(false),
  normalise,
  calc: text,
  ladder: id.optional(),
  source: id,
  evidence: z.array(id).min(1),
  /** Data items from which `value` is worked out; they are asked for in place of the indicator. */
  inputs: z.array(indicatorInput).default([]),
  /** The raw value, by formula. */
  value: formula.optional(),
  /** The raw value, by a program: the path of its file in the plugin. In place of `value`. */
  code: codePath.optional(),
  /** Worked out by the platform from results of other standards; a reported value stands where there are none. */
  derive: derive.exactOptional(),
  /** In words; a reported "not applicable" is taken as it is. */
  notApplicableWhen: text.optional(),
  /** By rule; a reported "not applicable" that the rule does not allow is refused. */
  notApplicable: notApplicable.optional(),
  missing: missing.optional(),
  pipeline: pipelineOverride.exactOptional(),
})

/** The tree of a used plugin, put here as it is; only its weight is decided by the plugin that mounts it. */
const mountNode = z.strictObject({ id, ref: id, weight, missing: missing.optional() })

const branchShape = {
  id,
  ...textShape,
  aggregate: aggregate.default({ method: 'arithmetic' }),
  minCoverage: z.number().min(0).max(1).optional(),
  missing: missing.optional(),
}

const branchBase = z.strictObject({ ...branchShape, weight, pipeline: pipelineOverride.exactOptional() })

/** An indicator as written. */
export type ManifestIndicator = z.output<typeof indicatorNode>
/** The tree of a used plugin, as mounted. */
export type ManifestMount = z.output<typeof mountNode>
/** A branch as written. */
export interface ManifestBranch extends z.output<typeof branchBase> {
  children: ManifestNode[]
}
/** A node as written. */
export type ManifestNode = ManifestBranch | ManifestIndicator | ManifestMount

/** Which of the three a node is shows in its keys: `ref`, `type`, `children`. */
const node: z.ZodType<ManifestNode> = z.lazy(() => z.union([branchNode, indicatorNode, mountNode])).meta({ id: 'node' })

const children = z.array(node).min(1)

const branchNode = z.strictObject({ ...branchBase.shape, children })

/** The whole index: a branch without a weight. */
export const rootNode = z.strictObject({ ...branchShape, children })
