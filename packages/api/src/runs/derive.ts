import { acceptedResults, type AcceptedResult, type Db, type DerivedValue, type InputRow } from '@plumbline/db'
import { snap } from '@plumbline/kernel'
import type { Catalogue, CatalogueIndicator, Derivation } from '@plumbline/plugin-api'

type Derived = CatalogueIndicator & { readonly derive: Derivation }

/** Indicators whose values come from results of other standards. */
export const derivedIndicators = ({ nodes }: Catalogue): readonly Derived[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' && node.derive ? [{ ...node, derive: node.derive }] : []))

/** Ids of the standards that a standard takes values from. */
export const sourcesOf = (catalogue: Catalogue): ReadonlySet<string> =>
  new Set(derivedIndicators(catalogue).flatMap(({ derive }) => derive.standards))

/**
 * Values for the units of a round from accepted results of the same period: those of the units whose area the unit is.
 * With fewer than `minUnits` there is none, and what was reported stands.
 */
export async function deriveValues(
  db: Db,
  {
    period,
    catalogue,
    rows,
  }: { readonly period: string; readonly catalogue: Catalogue; readonly rows: readonly InputRow[] },
): Promise<readonly DerivedValue[]> {
  const indicators = derivedIndicators(catalogue)
  if (indicators.length === 0) return []
  const accepted = await acceptedResults(db, { period, plugins: [...sourcesOf(catalogue)] })
  const byArea = Map.groupBy(accepted, ({ area }) => area)
  return rows.flatMap(({ unitId, code }) =>
    indicators.flatMap(({ id, derive }) => {
      const derived = valueOf(derive, byArea.get(code) ?? [])
      return derived ? [{ unitId, item: id, ...derived }] : []
    }),
  )
}

/** null with fewer results than the rule asks for. */
export function valueOf(
  { statistic, of, standards, minUnits }: Derivation,
  accepted: readonly AcceptedResult[],
): Pick<DerivedValue, 'value' | 'units' | 'sources'> | null {
  const used = accepted.filter((result) => standards.includes(result.plugin) && result[of] !== null)
  if (used.length < minUnits) return null
  const values = used.flatMap((result) => result[of] ?? []).sort((a, b) => a - b)
  const byRun = Map.groupBy(used, ({ run }) => run)
  const sources = Array.from(byRun.values()).flatMap(([first, ...others]) => {
    if (!first) return []
    const { round, run, resultDigest } = first
    return [{ round, run, resultDigest, units: 1 + others.length }]
  })
  return { value: snap(statistic === 'mean' ? mean(values) : middle(values)), units: used.length, sources }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const middle = (sorted: readonly number[]): number =>
  mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1))
