import type { Framework, IndicatorSpec, NodeSpec, NormaliseSpec } from '../framework.ts'
import { readsSample } from '../normalise/sample/spec.ts'
import type { DenominateSpec, ImputeSpec, PipelineOverride, ReferenceSpec, TreatSpec } from './spec.ts'

/** What is done to one indicator, all that is above it taken into account. */
export interface Settings {
  readonly spec: IndicatorSpec
  readonly screen: 'keep' | 'drop' | null
  readonly denominate: DenominateSpec | null
  readonly impute: readonly ImputeSpec[]
  readonly treat: TreatSpec | null
  readonly reference: ReferenceSpec | null
  /** Ids of the branches above, the root first. */
  readonly above: readonly string[]
}

/** Steps that a method of normalisation can go with; what is said for the whole set passes over the others. */
export type Step = 'denominate' | 'impute' | 'treat'

const ONLY_OBSERVED: ReadonlySet<ImputeSpec['method']> = new Set(['carry-forward'])

/**
 * True for a quantity: what can be divided, averaged and told in standard deviations. Levels and yes/no cannot.
 *
 * @example isMeasure({ method: 'level-map' }) // false
 */
export const isMeasure = ({ method }: NormaliseSpec): boolean => method !== 'level-map' && method !== 'boolean'

/**
 * True where a step can be done to an indicator that is normalised so.
 *
 * @example suits('treat', { method: 'boolean' }) // false
 */
export function suits(step: Exclude<Step, 'impute'>, normalise: NormaliseSpec): boolean {
  if (step === 'denominate') return isMeasure(normalise) && normalise.method !== 'expert'
  return readsSample(normalise) || normalise.method === 'goalposts'
}

/** True where a method can fill a gap: levels and yes/no take only values that were observed. */
export const fills = ({ method }: ImputeSpec, normalise: NormaliseSpec): boolean =>
  isMeasure(normalise) || ONLY_OBSERVED.has(method)

/**
 * What is done to each indicator, in the order of the tree.
 *
 * @returns null where nothing is done to any, and no normaliser reads a sample: the data are scored as they stand.
 * @example settingsOf(framework) // null
 */
export function settingsOf({ root, pipeline }: Framework): readonly Settings[] | null {
  const settings: Settings[] = []
  visit(root, { denominate: 'none', impute: 'none', treat: 'none', reference: 'none', ...stepsOf(pipeline) }, [])
  const plain = ({ spec, screen, denominate, impute, treat }: Settings): boolean =>
    !readsSample(spec.normalise) && !screen && !denominate && impute.length === 0 && !treat
  return pipeline?.screen || !settings.every(plain) ? settings : null

  function visit(node: NodeSpec, inherited: PipelineOverride, above: readonly string[]): void {
    const steps = { ...inherited, ...node.pipeline }
    if (node.kind === 'indicator') settings.push(settle(node, steps, above))
    else for (const child of node.children) visit(child, steps, [...above, node.id])
  }
}

const stepsOf = ({ screen: _, ...steps }: Framework['pipeline'] & object = {}): PipelineOverride => steps

function settle(spec: IndicatorSpec, steps: PipelineOverride, above: readonly string[]): Settings {
  const { denominate = 'none', impute = 'none', treat = 'none', reference = 'none' } = steps
  const { normalise } = spec
  return {
    spec,
    screen: steps.screen ?? null,
    denominate: denominate !== 'none' && suits('denominate', normalise) ? denominate : null,
    impute: impute === 'none' ? [] : impute.filter((method) => fills(method, normalise)),
    treat: treat !== 'none' && suits('treat', normalise) ? treat : null,
    reference: reference === 'none' ? null : reference,
    above,
  }
}

/**
 * The branch with whose indicators this one goes: the nearest listed one above it, or null for the whole tree.
 *
 * @example pillarOf({ above: ['index', 'care'] }, { method: 'em', pillars: ['care'] }) // 'care'
 */
export function pillarOf({ above }: Settings, spec: ImputeSpec): string | null {
  const pillars = 'pillars' in spec ? spec.pillars : undefined
  if (pillars) return above.findLast((id) => pillars.includes(id)) ?? null
  return spec.method === 'row-mean' || spec.method === 'row-median' ? (above.at(-1) ?? null) : null
}

/**
 * True where earlier periods of the history are read.
 *
 * @example readsHistory([]) // false
 */
export const readsHistory = (settings: readonly Settings[]): boolean =>
  settings.some(
    ({ reference, impute }) =>
      reference?.period !== undefined || impute.some(({ method }) => method === 'carry-forward' || method === 'linear'),
  )
