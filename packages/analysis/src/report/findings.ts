import type { AuditReport } from './audit-report.ts'

/** What kinds of things an audit finds, the weightiest first. */
const KINDS = [
  'against',
  'reversed',
  'negative',
  'redundant',
  'constant',
  'empty',
  'allMissing',
  'dominant',
  'silent',
  'low',
  'blurred',
  'nearlyConstant',
  'ceiling',
  'floor',
  'noSeparation',
  'weak',
  'lowAvailability',
  'outliers',
] as const

/** What an audit may find. */
export type FindingKind = (typeof KINDS)[number]

/** The figure behind a finding, as data for a sentence. */
export type Evidence =
  | { readonly kind: 'share' | 'top' | 'bottom'; readonly share: number }
  | { readonly kind: 'separation'; readonly points: number }
  | { readonly kind: 'weight'; readonly nominal: number; readonly effective: number }
  | { readonly kind: 'correlation'; readonly other: string; readonly r: number; readonly n: number }
  | { readonly kind: 'missing'; readonly count: number; readonly share: number }
  | { readonly kind: 'shape'; readonly skewness: number; readonly kurtosis: number }
  | { readonly kind: 'pillar'; readonly within: number; readonly across: number }
  | { readonly kind: 'none' }

/** An audit's figures, before what is to be looked at is picked out of them. */
export type Flagged = Omit<AuditReport, 'findings'>

/** One thing that an audit found. */
export interface Finding {
  readonly kind: FindingKind
  /** Node id. */
  readonly id: string
  readonly evidence: Evidence
}

/**
 * Everything that an audit flags, the weightiest kinds first, then in tree order; each thing once for an indicator. A
 * constant is told once, and not again as silent, at an end, or without separation.
 *
 * @example findingsOf(report).filter(({ kind }) => kind === 'redundant')
 */
export function findingsOf(report: Flagged): readonly Finding[] {
  const found = [
    ...report.discrimination.flatMap(fromDiscrimination),
    ...report.descriptions.flatMap(fromDescription),
    ...fromWeights(report),
    ...closest(report),
    ...report.pairs
      .filter(({ flag }) => flag === 'low')
      .map(({ first, second, r, n }): Finding => ({
        kind: 'low',
        id: first,
        evidence: { kind: 'correlation', other: second, r: r ?? 0, n },
      })),
    ...report.parents.flatMap(({ id, ancestor, flag, r, n }): readonly Finding[] =>
      flag === 'negative' || flag === 'weak'
        ? [{ kind: flag, id, evidence: { kind: 'correlation', other: ancestor, r: r ?? 0, n } }]
        : [],
    ),
    ...report.pillars
      .filter(({ blurred }) => blurred)
      .map(({ pillar, within, across }): Finding => ({
        kind: 'blurred',
        id: pillar,
        evidence: { kind: 'pillar', within: within.mean ?? 0, across: across.mean ?? 0 },
      })),
  ]
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .filter(({ kind, id, evidence }) => {
      const key = `${kind} ${id} ${evidence.kind === 'correlation' ? evidence.other : ''}`
      return !seen.has(key) && seen.add(key)
    })
}

/** Of the redundant pairs, closest first, those that bring in an indicator that none before has named. */
function closest({ redundant }: Flagged): readonly Finding[] {
  const named = new Set<string>()
  return redundant.pairs.flatMap(({ first, second, r, n }): readonly Finding[] => {
    if (named.has(first) && named.has(second)) return []
    const [id, other] = named.has(first) ? [second, first] : [first, second]
    named.add(first).add(second)
    return [{ kind: 'redundant', id, evidence: { kind: 'correlation', other, r: r ?? 0, n } }]
  })
}

function fromDiscrimination({
  id,
  flags,
  mostShare,
  topShare,
  bottomShare,
  separation,
}: Flagged['discrimination'][number]): readonly Finding[] {
  const evidence: Record<(typeof flags)[number], Evidence> = {
    empty: { kind: 'none' },
    constant: { kind: 'share', share: mostShare ?? 1 },
    nearlyConstant: { kind: 'share', share: mostShare ?? 1 },
    ceiling: { kind: 'top', share: topShare ?? 0 },
    floor: { kind: 'bottom', share: bottomShare ?? 0 },
    noSeparation: { kind: 'separation', points: (separation ?? 0) * 100 },
    reversed: { kind: 'separation', points: (separation ?? 0) * 100 },
  }
  // A constant tells nobody apart in any other way either.
  const own = flags.includes('constant') ? (['constant'] as const) : flags
  return own.map((kind) => ({ kind, id, evidence: evidence[kind] }))
}

function fromDescription(description: Flagged['descriptions'][number]): readonly Finding[] {
  const { id, flags, missing, availability, skewness, kurtosis } = description
  return flags.flatMap((flag): readonly Finding[] => {
    const gaps: Evidence = { kind: 'missing', count: missing, share: availability }
    if (flag === 'allMissing') return [{ kind: flag, id, evidence: gaps }]
    if (flag === 'lowAvailability' && !flags.includes('allMissing')) return [{ kind: flag, id, evidence: gaps }]
    if (flag === 'outliers')
      return [{ kind: flag, id, evidence: { kind: 'shape', skewness: skewness ?? 0, kurtosis: kurtosis ?? 0 } }]
    // Constants are told by what they do to the ranking; zeros and few different values are in the table of the data.
    return []
  })
}

function fromWeights({ weights, discrimination }: Flagged): readonly Finding[] {
  const constant = new Set(discrimination.flatMap(({ id, flags }) => (flags.includes('constant') ? [id] : [])))
  return [...weights.pillars, ...weights.indicators].flatMap(({ id, nominal, covarianceShare, flag }) =>
    flag === null || constant.has(id)
      ? []
      : [
          {
            kind: flag === 'reversed' ? ('against' as const) : flag,
            id,
            evidence: { kind: 'weight' as const, nominal, effective: covarianceShare },
          },
        ],
  )
}
