import { describe, expect, it } from 'vitest'
import { verdictOn, type ComparedRound } from '../../src/compare/index.ts'

const core = { id: 'shared', version: '1.0.0', digest: 'sha256:aaaaaaaabbbb', node: 'core' }
const round = (key: string, over: Partial<ComparedRound> = {}): ComparedRound => ({
  key,
  plugin: key,
  period: '2025',
  core,
  nodes: [
    { id: 'root', parent: null },
    { id: 'own', parent: 'root' },
    { id: 'core', parent: 'root' },
    { id: 'c1', parent: 'core' },
  ],
  state: 'scored',
  ...over,
})
const codes = ({ reasons }: ReturnType<typeof verdictOn>) => reasons.map(({ code, severity }) => `${severity} ${code}`)

describe('what may be compared', () => {
  it.each([undefined, 'core', 'c1'])('the same core on %s', (asked) => {
    const verdict = verdictOn([round('a'), round('b')], asked)
    expect(verdict).toMatchObject({
      comparable: true,
      reasons: [],
      suppressed: [],
      basis: { code: 'COMPARE_SAME_CORE', params: { core: 'shared', version: '1.0.0' } },
    })
  })

  const newer = { ...core, version: '2.0.0', digest: 'sha256:ccccccccdddd' }
  it.each<[string, Partial<ComparedRound>, string | undefined, readonly string[]]>([
    ['no core', { core: null }, undefined, ['error COMPARE_NO_CORE']],
    ['another core', { core: newer }, undefined, ['error COMPARE_DIFFERENT_CORE']],
    ['the whole index', {}, 'root', ['error COMPARE_NODE_OUTSIDE_CORE', 'error COMPARE_NODE_OUTSIDE_CORE']],
    ['a node nobody has', {}, 'x', ['error COMPARE_NODE_OUTSIDE_CORE', 'error COMPARE_NODE_OUTSIDE_CORE']],
    ['another way of scoring', { semantics: 2 }, undefined, ['error COMPARE_DIFFERENT_SEMANTICS']],
    ['no result', { state: 'not-scored' }, undefined, ['error ROUND_NOT_SCORED']],
    ['too little answered', { coverage: 0.6 }, undefined, ['error COMPARE_COVERAGE_LOW']],
    [
      'everything at once',
      { core: newer, semantics: 2, coverage: 0.1, state: 'not-scored' },
      'own',
      [
        'error COMPARE_DIFFERENT_CORE',
        'error COMPARE_DIFFERENT_SEMANTICS',
        'error COMPARE_NODE_OUTSIDE_CORE',
        'error COMPARE_NODE_OUTSIDE_CORE',
        'error ROUND_NOT_SCORED',
        'error COMPARE_COVERAGE_LOW',
      ],
    ],
  ])('is refused for %s', (_what, over, asked, reasons) => {
    const verdict = verdictOn([round('a', { semantics: 1 }), round('b', { semantics: 1, ...over })], asked)
    expect(codes(verdict)).toEqual(reasons)
    expect([verdict.comparable, verdict.basis]).toEqual([false, null])
  })

  it('is refused for weak evidence where a level is asked for', () => {
    expect(
      codes(verdictOn([round('a', { evidence: 2 }), round('b', { evidence: 1 })], undefined, { leastEvidence: 2 })),
    ).toEqual(['error COMPARE_EVIDENCE_LOW'])
  })

  it('cautions for other periods, unequal evidence and a small group, which it names for suppression', () => {
    const verdict = verdictOn([
      round('a', { evidence: 2, units: 5 }),
      round('b', { evidence: 1, period: '2024', units: 4 }),
    ])
    expect(codes(verdict)).toEqual([
      'warning COMPARE_DIFFERENT_PERIODS',
      'warning COMPARE_DIFFERENT_EVIDENCE',
      'warning COMPARE_GROUP_SMALL',
    ])
    expect(verdict).toMatchObject({ comparable: true, suppressed: ['b'] })
  })

  it('says coverage in per cent', () => {
    const [reason] = verdictOn([round('a', { coverage: 0.6123 })]).reasons
    expect(reason?.params).toEqual({ round: 'a', coverage: 61.2, least: 66.7 })
  })
})
