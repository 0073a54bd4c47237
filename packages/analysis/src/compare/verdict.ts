import { caution, fault, snap, type Fault } from '@plumbline/kernel'

/** One round, as far as comparing goes: what its lock pins it to, its catalogue's tree, and what is known of its data. */
export interface ComparedRound {
  readonly key: string
  readonly plugin: string
  readonly period: string
  /** The shared core that it mounts; null where there is none. */
  readonly core: {
    readonly id: string
    readonly version: string
    readonly digest: string
    readonly node: string
  } | null
  /** Every node of the standard with its parent's id. */
  readonly nodes: readonly { readonly id: string; readonly parent: string | null }[]
  /** Edition of the scoring semantics in the lock; not asked where it is not given. */
  readonly semantics?: number
  readonly state: 'scored' | 'not-scored'
  /** Graded units; not asked where it is not given. */
  readonly units?: number
  /** Share of the answers asked for that are there, 0 to 1, on the node compared; not asked where it is not given. */
  readonly coverage?: number
  /** Level of evidence behind the answers, higher is firmer; not asked where it is not given. */
  readonly evidence?: number
}

/** What rounds need to be compared. */
export interface ComparisonRule {
  /** Below so many graded units the distribution of a round is not shown. */
  readonly leastUnits: number
  /** Least coverage, 0 to 1. */
  readonly leastCoverage: number
  /** Least level of evidence; -Infinity asks for none. */
  readonly leastEvidence: number
}

/** Five units; two thirds of the answers; any evidence. */
export const COMPARISON_RULE: ComparisonRule = { leastUnits: 5, leastCoverage: 2 / 3, leastEvidence: -Infinity }

/** Whether rounds may be compared, and why not. */
export interface ComparisonVerdict {
  readonly comparable: boolean
  /** Why it is fair; null where it is refused. */
  readonly basis: Fault | null
  /** Why not (severity error), or what to mind (warning); every one that applies. */
  readonly reasons: readonly Fault[]
  /** Rounds whose distribution must not be shown, for want of units. */
  readonly suppressed: readonly string[]
}

/**
 * May these rounds be compared on this node? A pure function of locks, catalogues and facts, never of a policy page: all
 * mount the same version of the same core under the same semantics, the node lies within it, each is scored, and what is
 * known of coverage and evidence suffices.
 *
 * @param asked - Node id; the shared core without one.
 * @returns Refused with every reason at once; allowed with cautions: other periods, unequal evidence, small groups.
 * @example verdictOn([round('1.0.0'), round('2.0.0')]).comparable // false
 */
export function verdictOn(
  rounds: readonly ComparedRound[],
  asked?: string,
  rule: Partial<ComparisonRule> = {},
): ComparisonVerdict {
  const full = { ...COMPARISON_RULE, ...rule }
  const small = rounds.filter(({ units }) => units !== undefined && units < full.leastUnits)
  const refusals = [
    ...coreRefusals(rounds),
    ...semanticsRefusals(rounds),
    ...nodeRefusals(rounds, asked),
    ...rounds.filter(({ state }) => state === 'not-scored').map(({ key }) => fault('ROUND_NOT_SCORED', { round: key })),
    ...coverageRefusals(rounds, full),
    ...evidenceRefusals(rounds, full),
  ]
  const suppressed = small.map(({ key }) => key)
  if (refusals.length > 0) return { comparable: false, basis: null, reasons: refusals, suppressed }
  const reasons = [
    ...periodCautions(rounds),
    ...evidenceCautions(rounds),
    ...small.map((round) => smallGroup(round, full)),
  ]
  return { comparable: true, basis: basisOf(rounds), reasons, suppressed }
}

function coreRefusals(rounds: readonly ComparedRound[]): readonly Fault[] {
  const without = rounds.filter(({ core }) => core === null)
  if (without.length > 0) return without.map(({ plugin }) => fault('COMPARE_NO_CORE', {}, { plugin }))
  if (new Set(rounds.map(({ core }) => core?.digest)).size <= 1) return []
  const mounts = rounds.map(({ key, core }) => `${key}: ${core?.id} ${core?.version} (${core?.digest.slice(7, 15)})`)
  return [fault('COMPARE_DIFFERENT_CORE', { mounts })]
}

function semanticsRefusals(rounds: readonly ComparedRound[]): readonly Fault[] {
  const known = rounds.filter(({ semantics }) => semantics !== undefined)
  if (new Set(known.map(({ semantics }) => semantics)).size <= 1) return []
  return [fault('COMPARE_DIFFERENT_SEMANTICS', { editions: known.map(({ key, semantics }) => `${key}: ${semantics}`) })]
}

const nodeRefusals = (rounds: readonly ComparedRound[], asked: string | undefined): readonly Fault[] =>
  asked === undefined
    ? []
    : rounds
        .filter((round) => round.core && !isWithinCore(round, asked))
        .map(({ plugin }) => fault('COMPARE_NODE_OUTSIDE_CORE', {}, { id: asked, plugin }))

/** The core's own node, or one below it. */
function isWithinCore({ nodes, core }: ComparedRound, asked: string): boolean {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]))
  let at: string | null | undefined = parents.has(asked) ? asked : undefined
  while (at && at !== core?.node) at = parents.get(at)
  return at === core?.node
}

const coverageRefusals = (rounds: readonly ComparedRound[], { leastCoverage }: ComparisonRule): readonly Fault[] =>
  rounds.flatMap(({ key, coverage }) =>
    coverage === undefined || coverage >= leastCoverage
      ? []
      : [fault('COMPARE_COVERAGE_LOW', { round: key, coverage: percent(coverage), least: percent(leastCoverage) })],
  )

const percent = (share: number): number => snap(Math.round(1000 * share) / 10)

const evidenceRefusals = (rounds: readonly ComparedRound[], { leastEvidence }: ComparisonRule): readonly Fault[] =>
  rounds.flatMap(({ key, evidence }) =>
    evidence === undefined || evidence >= leastEvidence
      ? []
      : [fault('COMPARE_EVIDENCE_LOW', { round: key, level: evidence, least: leastEvidence })],
  )

function basisOf(rounds: readonly ComparedRound[]): Fault | null {
  const core = rounds[0]?.core
  return core ? caution('COMPARE_SAME_CORE', { core: core.id, version: core.version, digest: core.digest }) : null
}

function periodCautions(rounds: readonly ComparedRound[]): readonly Fault[] {
  const periods = [...new Set(rounds.map(({ period }) => period))].sort()
  return periods.length > 1 ? [caution('COMPARE_DIFFERENT_PERIODS', { periods })] : []
}

function evidenceCautions(rounds: readonly ComparedRound[]): readonly Fault[] {
  const known = rounds.filter(({ evidence }) => evidence !== undefined)
  if (new Set(known.map(({ evidence }) => evidence)).size <= 1) return []
  return [caution('COMPARE_DIFFERENT_EVIDENCE', { levels: known.map(({ key, evidence }) => `${key}: ${evidence}`) })]
}

const smallGroup = ({ key, units, plugin }: ComparedRound, { leastUnits }: ComparisonRule): Fault =>
  caution('COMPARE_GROUP_SMALL', { round: key, size: units ?? 0, least: leastUnits }, { plugin })
