import { EDITIONS } from '@plumbline/kernel'
import { z } from 'zod'
import { changes, waiver } from './manifest/changes.ts'
import { basicLine, evidenceKind, grade, ladder, source, standard } from './manifest/vocabulary.ts'
import { fact, gate } from './manifest/gates.ts'
import { input, param } from './manifest/inputs.ts'
import { id, range, string, term, text, textShape, version } from './manifest/text.ts'
import { display } from './manifest/display.ts'
import { pipeline, type pipelineOverride } from './manifest/pipeline.ts'
import { missing, rootNode } from './manifest/tree.ts'

/**
 * `plugin.yaml`: one standard, whole. Objects are strict, so a misspelt key is a fault and never a rule that silently
 * does not apply.
 */
export const manifest = z.strictObject({
  apiVersion: z.literal('plumbline/v1'),
  kind: z.literal('IndicatorPlugin'),
  id,
  version,
  /** Range of kernel API versions that the plugin is written for. */
  kernel: range,
  /** Edition of the scoring semantics. */
  semantics: z.literal(EDITIONS),
  /** `core`: mounted by other standards, and comparable across all of them. */
  role: z.enum(['standard', 'core']).default('standard'),
  publisher: string,
  status: z.enum(['draft', 'candidate', 'published', 'deprecated', 'withdrawn']),
  /** Content that shows how a standard is made and is nobody's: marked 示例 in every state, as a draft is anyway. */
  example: z.boolean().default(false),
  title: text,
  /** Other plugins by version range; their vocabularies, facts and gates are taken over. */
  uses: z.record(id, range).default({}),
  unitOfAssessment: z.strictObject({ kind: id, ...textShape, periodMonths: z.int().min(1) }),
  groups: z.array(term).default([]),
  display,
  missing: missing.optional(),
  modelledOn: z.array(string).default([]),
  standard: standard.optional(),
  coreBindings: z.record(id, text).default({}),
  keyProcesses: z.array(text).default([]),
  /** Attributes of the assessed unit, such as a hospital's tier, that formulas may read. */
  subject: z.array(input).default([]),
  /** Data items that several indicators use. */
  inputs: z.array(input).default([]),
  params: z.array(param).default([]),
  /** What is done to the data before they are scored; nothing where it is absent. */
  pipeline: pipeline.exactOptional(),
  tree: rootNode,
  facts: z.array(fact).default([]),
  gates: z.array(gate).default([]),
  grades: z.array(grade).default([]),
  basicRule: z.array(basicLine).default([]),
  ladders: z.array(ladder).default([]),
  sources: z.array(source).default([]),
  evidenceKinds: z.array(evidenceKind).default([]),
  changes: changes.optional(),
  /** Warnings of `plumbline check` that are weighed and kept, each with its reason. */
  waive: z.array(waiver).optional(),
})

/** A manifest with its defaults filled in. */
export type Manifest = z.output<typeof manifest>
/** The whole index as written. */
export type ManifestRoot = z.output<typeof rootNode>
/** The preparation of data as written. */
export type ManifestPipeline = z.output<typeof pipeline>
/** What a node says of its own preparation. */
export type ManifestPipelineOverride = z.output<typeof pipelineOverride>
/** A gate as written. */
export type ManifestGate = z.output<typeof gate>
export type { ManifestBranch, ManifestIndicator, ManifestMount, ManifestNode } from './manifest/tree.ts'
/** A data item as written. */
export type ManifestInput = z.output<typeof input>
/** A dated parameter as written. */
export type ManifestParam = z.output<typeof param>
export type { ManifestCondition } from './manifest/gates.ts'
