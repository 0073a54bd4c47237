import { describeFault } from '@plumbline/i18n'
import { score, type Dataset, type Plan, type Result } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { checkProperties, type PropertyOptions } from '../src/properties/index.ts'
import { standard, supplied } from './plugins.ts'
import { SMALL } from './small.ts'

const findings = (manifest: string, options: PropertyOptions = {}) =>
  checkProperties(standard(manifest), options).flatMap((run) => run.findings)

const errors = (manifest: string, options: PropertyOptions = {}) =>
  findings(manifest, options).filter(({ severity }) => severity === 'error')

/** A kernel with a fault of our making. */
const broken =
  (spoil: (result: Result, plan: Plan, dataset: Dataset) => void) =>
  (plan: Plan, dataset: Dataset): Result => {
    const result = score(plan, dataset)
    spoil(result, plan, dataset)
    return result
  }

const codes = (spoil: Parameters<typeof broken>[0]) => errors(SMALL, { kernel: broken(spoil) }).map(({ code }) => code)

describe('the laws that follow from a manifest', () => {
  // Smart retail scores an indicator by the place among peers: it has the eight laws of a group as well.
  it.each([
    ['ai-core', 9],
    ['smart-retail', 17],
  ])(
    'hold for %s',
    (id, laws) => {
      const runs = checkProperties(supplied(id), { runs: 15 })
      expect(runs.map(({ property }) => property)).toHaveLength(laws)
      expect(runs.flatMap((run) => run.findings).filter(({ severity }) => severity === 'error')).toEqual([])
    },
    30_000,
  )

  it('hold for the small standard', () => expect(errors(SMALL)).toEqual([]))

  it('find a gate that punishes a better value, shrunk to the least', () => {
    const wrong = SMALL.replace(
      "when: { leaf: uptime, op: '<', value: 95 }",
      "when: { leaf: uptime, op: '>=', value: 95 }",
    )
    const [found, ...others] = errors(wrong.replace('maxGrade: B', 'maxGrade: D'))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      code: 'PROPERTY_GRADE_FALLS',
      at: { id: 'uptime' },
      params: { zh: '可用率', en: 'Uptime', from: 94.5, to: 95, after: 'D' },
    })
    if (!found) return
    expect(describeFault(found, 'zh-CN').what).toMatch(/^“可用率”由 94\.5 改善到 95，等级反而由 . 降到 D。其他取值：/)
    expect(describeFault(found, 'en').what).toMatch(
      /^“Uptime” improves from 94\.5 to 95 and the grade falls from . to D\./,
    )
  })

  it('say what declaring not applicable is worth: never more than the weight that is re-shared', () => {
    const pays = findings(SMALL).filter(({ code }) => code === 'PROPERTY_NOT_APPLICABLE_PAYS')
    // Waiting at its worst takes half of service: 0.6 x (100 - 50) = 30 points, when all else is best.
    expect(pays.find(({ at }) => at.id === 'waiting')?.params).toMatchObject({ most: 30 })
    expect(pays.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('give the same findings for the same seed', () => {
    expect(findings(SMALL, { seed: 7 })).toEqual(findings(SMALL, { seed: 7 }))
  })
})

describe('a kernel with a fault', () => {
  it('that leaves the scale is found', () => {
    expect(codes(({ nodes, plan }) => nodes[plan.root]?.score.fill(100.5))).toContain('PROPERTY_OUT_OF_BOUNDS')
  })

  it('that lets contributions drift is found', () => {
    expect(
      codes(({ nodes }) =>
        nodes[0]?.contribution.forEach((value, row, all) => {
          all[row] = value + 0.001
        }),
      ),
    ).toContain('PROPERTY_CONTRIBUTIONS')
  })

  it('that does not re-share weights is found', () => {
    expect(codes(({ nodes }) => nodes[0]?.effectiveWeight.fill(0.1))).toContain('PROPERTY_WEIGHTS')
  })

  it('that turns an indicator round is found', () => {
    expect(
      codes(({ score: scores }, _, { columns }) => {
        const waiting = columns.get('waiting')?.values
        for (const [row, value] of scores.entries()) scores[row] = value + 0.001 * (waiting?.[row] || 0)
      }),
    ).toContain('PROPERTY_NOT_MONOTONE')
  })

  it('that depends on the order of rows is found', () => {
    expect(codes(({ score: scores }) => scores.forEach((value, row) => (scores[row] = value + row * 1e-9)))).toContain(
      'PROPERTY_NOT_DETERMINISTIC',
    )
  })

  it('that reads the names of units is found', () => {
    expect(
      codes(({ score: scores }, _, { units }) =>
        scores.forEach((value, row) => (scores[row] = value + (units[row]?.length ?? 0) * 1e-9)),
      ),
    ).toContain('PROPERTY_LOCALE')
  })

  it('that scores outside the interval is found', () => {
    expect(
      codes(({ score: scores, nodes, plan }) => {
        for (const column of [scores, nodes[plan.root]?.score])
          column?.forEach((value, row) => (column[row] = Math.min(100, value + 5)))
      }),
    ).toContain('PROPERTY_OUTSIDE_INTERVAL')
  })

  it('that refuses what may be reported is found', () => {
    expect(
      codes((_, __, { columns }) => {
        if (columns.get('plan')?.values.includes(2)) throw new Error('no')
      }),
    ).toEqual(['PROPERTY_NOT_TOTAL'])
  })
})
