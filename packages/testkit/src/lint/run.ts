import { caution, type Fault } from '@plumbline/kernel'
import { lintContext, ruleOf, type LintContext, type LintInput, type LintRule } from './context.ts'
import { lintCases, lintGatePolarity } from './gates.ts'
import { lintCliffs, lintConstant, lintHeld, lintNotApplicable } from './scales.ts'
import { lintSources, lintTexts } from './texts.ts'
import { lintCorrelation, lintWeights, lintZeroWeights } from './weights.ts'

const RULES: readonly LintRule[] = [
  lintTexts,
  lintSources,
  lintZeroWeights,
  lintWeights,
  lintCorrelation,
  lintHeld,
  lintConstant,
  lintCliffs,
  lintNotApplicable,
  lintGatePolarity,
  lintCases,
]

/** What the linter found, and what was waived. */
export interface LintReport {
  readonly warnings: readonly Fault[]
  /** Warnings that the manifest waives, with the author's reason. */
  readonly waived: readonly { readonly warning: Fault; readonly reason: string }[]
}

/**
 * Looks a standard over for what is allowed and most likely not meant. Every warning has a rule id (see `ruleOf`), by which
 * the manifest may waive it with a reason; a waiver that waives nothing is itself a warning.
 *
 * @param input - With real rows, correlation, scales that hold too many and caps that hit too many are looked for too.
 * @returns In the order of the file.
 */
export function lint(input: LintInput): LintReport {
  const context = lintContext(input)
  if (!context) return { warnings: [], waived: [] }
  const found = RULES.flatMap((rule) => rule(context))
  return sorted(waive(found, context))
}

function waive(found: readonly Fault[], { manifest, at }: LintContext): LintReport {
  const waivers = manifest.waive ?? []
  const used = new Set<number>()
  const waived: LintReport['waived'][number][] = []
  const warnings = found.filter((warning) => {
    const index = waivers.findIndex(
      ({ rule, items }) =>
        rule === ruleOf(warning) && (!items || (warning.at.id !== undefined && items.includes(warning.at.id))),
    )
    const waiver = waivers[index]
    if (!waiver) return true
    used.add(index)
    waived.push({ warning, reason: waiver.reason })
    return false
  })
  const idle = waivers.flatMap(({ rule }, index) =>
    used.has(index) ? [] : [caution('LINT_WAIVER_UNUSED', { rule }, at(['waive', index]))],
  )
  return { warnings: [...warnings, ...idle], waived }
}

const sorted = ({ warnings, waived }: LintReport): LintReport => ({
  warnings: warnings.toSorted((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0)),
  waived,
})
