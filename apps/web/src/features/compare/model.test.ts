import type { RoundSummary } from '@plumbline/api/contract'
import { fault } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { chosenRounds, defaultPeriod, merged, periodsOf, roundsOfPeriod, sharedCore, withTitles } from './model.ts'

const core = (digest: string) => ({ id: 'core', version: '1.0.0', digest })
const round = (plugin: string, period: string, uses = [core('sha256:aa')]): RoundSummary => {
  const ref = { id: plugin, version: '1.0.0', digest: `sha256:${plugin}` }
  return {
    id: `${plugin}.${period}`,
    plugin: ref,
    title: { zh: plugin, en: plugin },
    status: 'draft',
    example: true,
    period,
    units: 10,
    demonstration: true,
    beside: null,
    lock: { plugin: ref, uses, kernel: '0.1.0', semantics: 1, sandbox: null, asOf: '2026-01-01' },
    run: null,
  }
}

const rounds = [round('a', '2024'), round('a', '2025'), round('b', '2025'), { ...round('c', '2025'), units: 0 }]

describe('what may be chosen', () => {
  it('is the period’s rounds that have units', () => {
    expect(roundsOfPeriod(rounds, '2025').map(({ id }) => id)).toEqual(['a.2025', 'b.2025'])
    expect(periodsOf(rounds)).toEqual(['2024', '2025'])
  })

  it('starts at the newest period with two sectors', () => {
    expect(defaultPeriod([...rounds, round('a', '2026')])).toBe('2025')
    expect(defaultPeriod([round('a', '2024'), round('a', '2026')])).toBe('2026')
    expect(defaultPeriod([])).toBe('')
  })

  it('is all of them until the address names some', () => {
    const offered = roundsOfPeriod(rounds, '2025')
    expect(chosenRounds(offered, [])).toHaveLength(2)
    expect(chosenRounds(offered, ['b.2025', 'gone']).map(({ id }) => id)).toEqual(['b.2025'])
    expect(chosenRounds(offered, ['gone'])).toEqual([])
  })
})

describe('the shared core', () => {
  it('is the plugin all rounds are pinned to, byte for byte', () => {
    expect(sharedCore([round('a', '2025'), round('b', '2025')])?.digest).toBe('sha256:aa')
    expect(sharedCore([round('a', '2025'), round('b', '2025', [core('sha256:bb')])])).toBeUndefined()
    expect(sharedCore([])).toBeUndefined()
  })
})

describe('refusals', () => {
  it('are said once for all the standards they are about', () => {
    const outside = (plugin: string) => fault('OUTSIDE', {}, { id: 'root', plugin })
    const said = merged([outside('甲业'), outside('乙业'), fault('OTHER')], '、')
    expect(said.map(({ code, at }) => [code, at.plugin])).toEqual([
      ['OUTSIDE', '甲业、乙业'],
      ['OTHER', undefined],
    ])
  })

  it('name standards and nodes by title', () => {
    const said = withTitles(
      fault('X', { count: 2 }, { id: 'root', plugin: 'a' }),
      new Map([
        ['root', '总指数'],
        ['a', '甲业'],
      ]),
    )
    expect([said.at, said.params]).toEqual([{ id: '总指数', plugin: '甲业' }, { count: 2 }])
  })
})
