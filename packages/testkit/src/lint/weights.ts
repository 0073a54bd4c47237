import { effectiveWeights, redundantPairs, type EffectiveWeight } from '@plumbline/analysis'
import { caution, FaultError, isBranch, type Fault } from '@plumbline/kernel'
import type { LintContext } from './context.ts'

/** Methods that promise a share by weight. */
const SHARED = new Set(['arithmetic', 'geometric', 'harmonic', 'power'])

const CODES = {
  silent: 'LINT_WEIGHT_SILENT',
  dominant: 'LINT_WEIGHT_DOMINANT',
  reversed: 'LINT_WEIGHT_REVERSED',
} as const satisfies Record<NonNullable<EffectiveWeight['flag']>, string>

/** Parts that decide far more, or far less, of the differences between units than their weight promises. */
export function lintWeights({ scored, plugin, of }: LintContext): readonly Fault[] {
  const { plan, catalogue } = plugin
  return plan.nodes.flatMap((node, index) => {
    if (!isBranch(node) || !SHARED.has(node.spec.aggregate.method) || node.children.length < 2) return []
    if (catalogue.nodes.find(({ id }) => id === node.spec.id)?.from !== plugin.ref.id) return []
    const parts = node.spec.children.map(({ id, weight }, place) => ({
      id,
      weight,
      values: scored.nodes[node.children[place] ?? -1]?.score ?? new Float64Array(),
    }))
    const whole = { id: node.spec.id, values: scored.nodes[index]?.score ?? new Float64Array() }
    return quietly(() => effectiveWeights(parts, whole).parts).flatMap(({ id, nominal, covarianceShare, flag }) => {
      if (flag === null) return []
      const { zh, en } = catalogue.nodes.find((one) => one.id === id) ?? { zh: id, en: id }
      return [caution(CODES[flag], { zh, en, nominal: percent(nominal), effective: percent(covarianceShare) }, of(id))]
    })
  })
}

/** Weight 0 below a method that shares by weight: reported, evidenced, and never counted. */
export function lintZeroWeights({ own, of, plugin }: LintContext): readonly Fault[] {
  const { nodes, indexOf } = plugin.plan
  return own.flatMap(({ id, zh, en, weight }) => {
    const parent = nodes[nodes[indexOf.get(id) ?? -1]?.parent ?? -1]
    const counts = !parent || !isBranch(parent) || !SHARED.has(parent.spec.aggregate.method) || weight > 0
    return counts ? [] : [caution('LINT_WEIGHT_ZERO', { zh, en }, of(id))]
  })
}

/** Indicators that say the same, on real rows: invented ones could not tell. */
export function lintCorrelation({ data, scored, plugin, own, of }: LintContext): readonly Fault[] {
  if (!data) return []
  const parents = new Map(plugin.catalogue.nodes.map(({ id, parent }) => [id, parent ?? '']))
  const columns = own.map(({ id }) => ({
    id,
    pillar: parents.get(id) ?? '',
    values: scored.nodes[plugin.plan.indexOf.get(id) ?? -1]?.score ?? new Float64Array(),
  }))
  if (columns.length < 2) return []
  return quietly(() => redundantPairs(columns, { threshold: 0.9 }).pairs).map(({ first, second, r }) =>
    caution('LINT_CORRELATED', { first, second, r: r === null ? null : Number(r.toFixed(3)) }, of(first)),
  )
}

/** What data cannot say (too few rows, nothing varies) is no warning. */
function quietly<T>(run: () => readonly T[]): readonly T[] {
  try {
    return run()
  } catch (error) {
    if (error instanceof FaultError) return []
    throw error
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
