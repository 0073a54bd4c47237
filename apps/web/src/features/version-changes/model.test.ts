import type { RoundSummary, VersionRecord } from '@plumbline/api/contract'
import { describe, expect, it } from 'vitest'
import { choiceOf } from './model.ts'

const version = (number: string): VersionRecord => ({
  plugin: { id: 's', version: number, digest: `sha256:${number}` },
  uses: [],
  title: { zh: '示例', en: 'Sample' },
  publisher: '示例协会',
  state: 'draft',
  origin: 'folder',
  rounds: 0,
  preferred: false,
  next: [],
  signatures: [],
  publishing: [],
})

const round = (period: string, number: string, beside: string | null = null): RoundSummary => ({
  id: beside === null ? `s.${period}` : `s@${number}.${period}`,
  plugin: version(number).plugin,
  title: { zh: '示例', en: 'Sample' },
  status: 'draft',
  example: true,
  period,
  units: 3,
  demonstration: false,
  beside,
  lock: {
    plugin: version(number).plugin,
    uses: [],
    kernel: '0.1.0',
    semantics: 1,
    sandbox: null,
    asOf: '2026-01-01',
  },
  run: { id: '1', at: '2026-01-01T00:00:00Z', inputDigest: 'sha256:i', resultDigest: 'sha256:r' },
})

const VERSIONS = [version('3.0.0'), version('2.0.0'), version('1.0.0')]
const ROUNDS = [
  round('2025', '1.0.0'),
  round('2026', '2.0.0'),
  round('2027', '3.0.0'),
  round('2026', '3.0.0', 's.2026'),
]
const chosen = (search: Parameters<typeof choiceOf>[2], versions = VERSIONS) => {
  const { from, to, round: on } = choiceOf(versions, ROUNDS, search)
  return [from?.plugin.version, to?.plugin.version, on?.id]
}

describe('what is compared', () => {
  it('is the two newest versions, on the newest data of the older one, where nothing is said', () => {
    expect(chosen({})).toEqual(['2.0.0', '3.0.0', 's.2026'])
  })

  it('is what the address says, filled up where it says nothing or nothing that there is', () => {
    expect(chosen({ to: '2.0.0' })).toEqual(['1.0.0', '2.0.0', 's.2025'])
    expect(chosen({ from: '1.0.0', to: '3.0.0', round: 's.2027' })).toEqual(['1.0.0', '3.0.0', 's.2027'])
    expect(chosen({ from: '9.9.9', round: 's@3.0.0.2026' })).toEqual(['2.0.0', '3.0.0', 's.2026'])
    expect(chosen({ round: 'none' })).toEqual(['2.0.0', '3.0.0', undefined])
  })

  it('offers the rounds that data came to, newest first', () => {
    expect(choiceOf(VERSIONS, ROUNDS, {}).rounds.map(({ id }) => id)).toEqual(['s.2027', 's.2026', 's.2025'])
  })

  it('is nothing where there is one version alone', () => {
    expect(chosen({}, [version('1.0.0')])).toEqual([undefined, '1.0.0', 's.2027'])
  })
})
