import { describeFault } from '@plumbline/i18n'
import { describe, expect, it } from 'vitest'
import { diffVersions, leastVersion, raiseFaults, raisedBy, raisedEnough, type Bump } from '../src/index.ts'
import { editsOf } from './edits.ts'
import { oracle } from './oracle.ts'
import { edited, standard, supplied } from './plugins.ts'
import { SMALL } from './small.ts'

const small = standard(SMALL)
const asOf = '2026-07-01'
const diff = (manifest: string) => diffVersions(small, standard(manifest), { asOf })

/** Every edit of the design note on versions (2.3), on the small standard. */
const FIVE: readonly (readonly [string, Bump, (manifest: string) => string])[] = [
  ['English title', 'patch', (text) => text.replace('en: Small standard', 'en: The small standard')],
  ['weight', 'major', (text) => text.replace('weight: 0.6', 'weight: 0.55').replace('weight: 0.4\n', 'weight: 0.45\n')],
  ['grade cut', 'major', (text) => text.replace('min: 70', 'min: 72')],
  ['N/A rule dropped', 'major', (text) => text.replace(/ +notApplicableWhen:.*\n/, '')],
]

describe('the least bump', () => {
  it.each(FIVE)('of an edit: %s → %s', async (_, least, edit) => {
    expect(edit(SMALL)).not.toBe(SMALL)
    expect((await diff(edit(SMALL))).least).toBe(least)
    expect(oracle(SMALL, edit(SMALL))).toBe(least)
  })

  it('is none for the same content, and a patch for a file that only reads differently', async () => {
    expect(await diff(SMALL)).toMatchObject({ least: 'none', enough: true, changes: [] })
    expect(await diff(`# a remark\n${SMALL}`)).toMatchObject({ least: 'patch', changes: [] })
  })

  it.each(editsOf(SMALL, 68, 20260701).map(({ name, manifest }) => [name, manifest] as const))(
    'agrees with a recomputation of everything: %s',
    async (_, manifest) => {
      expect((await diff(manifest)).least).toBe(oracle(SMALL, manifest))
    },
  )

  it('is never less than what a recomputation shows, and major for a rule that happens to move nothing', async () => {
    const manifest = SMALL.replace(
      'weight: 0.3\n          normalise: { method: boolean',
      'weight: 0.3\n          basic: true\n          normalise: { method: boolean',
    )
    expect([oracle(SMALL, manifest), (await diff(manifest)).least]).toEqual(['patch', 'major'])
  })

  it('is major where a program differs, whatever it computes', async () => {
    const next = { ...small, bundle: { files: { ...small.bundle.files, 'dist/mix.js': 'export default 1' } } }
    const [change] = (await diffVersions(small, next, { asOf })).changes
    expect(change).toMatchObject({ bump: 'major', fault: { code: 'CHANGE_PROGRAM', params: { file: 'dist/mix.js' } } })
  })

  it('counts undeclared Chinese wording as a change of the rule, and declared wording as a patch', async () => {
    const reworded = SMALL.replace('zh: 平均等待分钟数', 'zh: 平均等候分钟数')
    expect(await diff(reworded)).toMatchObject({
      least: 'major',
      structural: 'major',
      replayed: 'none',
      changes: [{ undeclared: true }],
    })
    const declared = (since: string, items: string) =>
      `${reworded}changes: { since: ${since}, editorial: [{ items: [${items}], reason: clearer, reviewers: [a, b] }] }\n`
    expect((await diff(declared('1.0.0', 'waiting'))).least).toBe('patch')
    expect((await diff(declared('0.9.0', 'waiting'))).least).toBe('major')
    expect((await diff(declared('1.0.0', 'uptime'))).least).toBe('major')
    expect(() => standard(declared('1.0.0', 'waiting').replace('[a, b]', '[a]'))).toThrow('changes')
  })

  it('says what an erratum corrects', async () => {
    const text = `${SMALL.replace('best: 100', 'best: 99.5')}changes: { since: 1.0.0, corrects: { zh: 标杆值抄录有误, en: Goalpost copied wrongly } }\n`
    expect(await diff(text)).toMatchObject({ least: 'major', corrects: { en: 'Goalpost copied wrongly' } })
  })
})

describe('a dated parameter', () => {
  const PARAMETRIC = SMALL.replace(
    'facts:\n',
    "params:\n  - { id: goal, zh: 目标, en: Goal, source: { zh: 规划, en: Plan }, values: { '2026-01-01': 98, '2028-01-01': 99 } }\nfacts:\n",
  ).replace(
    'normalise: { method: goalposts, worst: 90, best: 100 }',
    'normalise: { method: goalposts, worst: 0, best: 100 }\n          inputs: [{ id: up, type: number, zh: 可用时长, en: Time available, min: 0 }]\n          value: up / goal * 98',
  )
  const parametric = standard(PARAMETRIC)
  const least = (text: string, date = asOf) => {
    expect(text).not.toBe(PARAMETRIC)
    return diffVersions(parametric, standard(text), { asOf: date })
  }

  it('may get a row that is not in force yet (minor), and not lose or change one that is (major)', async () => {
    const later = await least(PARAMETRIC.replace("'2028-01-01': 99", "'2028-01-01': 99, '2030-01-01': 99.5"))
    expect(later).toMatchObject({
      least: 'minor',
      replayed: 'none',
      changes: [{ fault: { code: 'CHANGE_PARAM_FUTURE' } }],
    })
    expect(later.replays[0]?.rows.length).toBeGreaterThan(100)
    expect(await least(PARAMETRIC.replace("'2026-01-01': 98", "'2026-01-01': 97"))).toMatchObject({
      least: 'major',
      replayed: 'major',
    })
    const inForce = PARAMETRIC.replace("'2028-01-01': 99", "'2028-01-01': 98.5")
    expect((await least(inForce, '2028-06-01')).least).toBe('major')
  })

  it('counts a formula by what it says, not by how it is laid out', async () => {
    expect((await least(PARAMETRIC.replace('up / goal * 98', 'up  /  goal * 98'))).least).toBe('patch')
    const changed = await least(PARAMETRIC.replace('up / goal * 98', 'up / goal * 97'))
    expect(changed).toMatchObject({ least: 'major', replayed: 'major' })
    expect(changed.changes.map(({ fault }) => fault.code)).toContain('CHANGE_FORMULA')
  })
})

describe('a version', () => {
  it('may be raised further than it must, never less', async () => {
    const change = (version: string) =>
      diff(SMALL.replace('min: 70', 'min: 72').replace('version: 1.0.0', `version: ${version}`))
    const tried = await Promise.all(['1.0.0', '1.0.1', '1.1.0', '2.0.0', '3.0.0', '2.0.0-cd.1'].map(change))
    expect(tried.map(({ enough }) => enough)).toEqual([false, false, false, true, true, true])
    const [fault] = raiseFaults(await change('1.1.0'))
    expect(fault).toMatchObject({ code: 'VERSION_RAISED_TOO_LITTLE', params: { least: 'major', needed: '2.0.0' } })
    expect(raiseFaults(await change('2.0.0'))).toEqual([])
  })

  it('below 1.0.0 is raised as ranges such as ^0.1.0 read it', () => {
    expect(['0.1.1', '0.2.0', '1.0.0', '0.1.0', '0.0.9'].map((to) => raisedBy('0.1.0', to))).toEqual([
      'minor',
      'major',
      'major',
      'none',
      'none',
    ])
    expect([leastVersion('0.1.0', 'major'), leastVersion('0.1.0', 'minor'), leastVersion('1.2.3', 'patch')]).toEqual([
      '0.2.0',
      '0.1.1',
      '1.2.4',
    ])
    expect([leastVersion('1.2.3', 'none'), leastVersion('2.0.0-cd.1', 'major')]).toEqual(['1.2.3', '2.0.0'])
    expect([raisedEnough('1.0.0', '1.1.0', 'minor'), raisedEnough('1.1.0', '1.0.0', 'patch')]).toEqual([true, false])
  })
})

describe('what is said of a difference', () => {
  it('names the indicator and both values, in both languages', async () => {
    const [change] = (await diff(SMALL.replace('best: 100', 'best: 99'))).changes
    expect(change && describeFault(change.fault, 'zh-CN').what).toBe(
      '“可用率”的取值规则：goalposts worst=90 best=100 → goalposts worst=90 best=99。',
    )
    expect(change && describeFault(change.fault, 'en').what).toBe(
      'Value rule of “Uptime”: goalposts worst=90 best=100 → goalposts worst=90 best=99.',
    )
  })

  it('shares the difference out exactly: shares add up to it in every row', async () => {
    const next = await edited('smart-retail', (text) =>
      text
        .replace('version: 0.1.0', 'version: 0.2.0')
        .replace('weight: 0.4\n', 'weight: 0.45\n')
        .replace('weight: 0.35\n              basic', 'weight: 0.3\n              basic')
        .replace('worst: 80, best: 99.5', 'worst: 85, best: 99.5'),
    )
    const { attribution, replays, least } = await diffVersions(supplied('smart-retail'), next, { asOf })
    expect(least).toBe('major')
    expect(attribution.changes.map(({ id }) => id).sort()).toEqual(['scale:sku-data-quality', 'weights:rt-data'])
    const rows = replays[0]?.rows ?? []
    for (const [place, row] of attribution.rows.entries()) {
      const moved = (rows[row]?.after?.score ?? 0) - (rows[row]?.before.score ?? 0)
      const sum = attribution.changes.reduce((all, { shares }) => all + (shares[place] ?? 0), 0)
      expect(sum).toBeCloseTo(moved, 9)
    }
    expect(attribution.rows.length).toBeGreaterThan(30)
  })

  it('counts rows that are refused and grades that flip', async () => {
    const fewer = await diff(
      SMALL.replace('[[0, 0], [1, 50], [2, 100]]', '[[0, 0], [1, 50]]').replace(/ {6}- \{ level: 2.*\n/, ''),
    )
    const [generated] = fewer.replays
    expect(generated?.source).toBe('generated')
    expect(generated?.refused).toBeGreaterThan(50)
    expect(generated?.flipped).toBeGreaterThanOrEqual(generated?.refused ?? 0)
  })
})
