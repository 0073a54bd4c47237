import { describe, expect, it } from 'vitest'
import { caseDataset, mutate, outcomeOf, parseCases, type CaseFile, type GoldenCase } from '../src/index.ts'
import { score } from '@plumbline/kernel'
import { casesText, standard, supplied } from './plugins.ts'
import { SMALL } from './small.ts'

const small = standard(SMALL)

const file = (cases: readonly GoldenCase[]): CaseFile => ({ cases, tolerance: 1e-4, placeOf: () => ({}) })

/** A case that expects what the standard gives now. */
function recorded(values: GoldenCase['values'], accidents = 0): GoldenCase {
  const one = { unit: 'a', period: '2025', facts: { accidents }, values, expected: { nodes: {} } }
  const {
    score: composite,
    grade,
    status,
    gates,
  } = outcomeOf(small.catalogue, score(small.plan, caseDataset([one])), 0)
  return { ...one, expected: { composite, grade, status, gates: [...gates], nodes: {} } }
}

const typical = recorded({ uptime: 96, waiting: 12, plan: 1, audit: true })
const poor = recorded({ uptime: 91, waiting: 26, plan: 0, audit: false })

describe('rubric mutation', () => {
  it('says that nothing is protected where there are no cases', () => {
    const { mutants, killed, survived } = mutate(small, file([]))
    expect([killed, survived.length]).toEqual([0, mutants])
  })

  it('counts what a case notices: every figure that bears on it, and no other', () => {
    const { survived, killed, mutants, equivalent } = mutate(small, file([typical]))
    expect(killed + survived.length + equivalent.length).toBe(mutants)
    const alive = survived.map(({ fault }) => `${fault.code} ${fault.at.id} ${String(fault.params['field'])}`)
    expect(alive).not.toContain('MUTANT_WEIGHT service weight')
    expect(alive).not.toContain('MUTANT_SCALE uptime normalise.worst')
    expect(alive).not.toContain('MUTANT_SCALE plan normalise.points.1.1')
    // Plan is at level 1 and audit true, so the other levels and the failed audit bear on nothing; nor is anything blank.
    expect(alive).toEqual(
      expect.arrayContaining([
        'MUTANT_SCALE plan normalise.points.0.1',
        'MUTANT_SCALE audit normalise.whenFalse',
        'MUTANT_MISSING root missing',
      ]),
    )
    // The score is 63.19: far from every line.
    expect(alive.filter((one) => one.startsWith('MUTANT_GRADE'))).toHaveLength(6)
  })

  it('suggests cases that do notice: with each added, its mutant is killed', () => {
    const { survived } = mutate(small, file([typical, poor]))
    const suggested = survived.filter(({ suggestion }) => suggestion.code === 'SUGGEST_CASE')
    expect(suggested.length).toBeGreaterThan(3)
    for (const { fault, suggestion } of suggested) {
      const { case: name, item, value } = suggestion.params
      const base = [typical, poor].find((one) => one.unit === name) ?? typical
      const cell = value === 'null' ? null : Number(value)
      const facts = Number(item === 'accidents' ? value : 0)
      const added = recorded({ ...base.values, ...(item === 'accidents' ? {} : { [String(item)]: cell }) }, facts)
      const after = mutate(small, file([typical, poor, { ...added, unit: 'b' }])).survived.map((one) =>
        JSON.stringify(one.fault),
      )
      expect(after).not.toContain(JSON.stringify(fault))
    }
  })

  it('leaves out what can never be noticed, with the reason', () => {
    const idle = standard(
      SMALL.replace(
        'weight: 0.5\n          normalise: { method: piecewise',
        'weight: 0\n          normalise: { method: piecewise',
      ).replace('weight: 0.5\n          basic: true', 'weight: 1\n          basic: true'),
    )
    const { equivalent } = mutate(idle, file([]))
    expect(equivalent.length).toBeGreaterThan(0)
    expect(new Set(equivalent.map(({ code, at }) => `${code} ${at.id}`))).toEqual(
      new Set(['MUTANT_WITHOUT_WEIGHT waiting']),
    )
    const nothingBasic = mutate(standard(SMALL.replace('basic: true', 'basic: false')), file([]))
    expect(nothingBasic.equivalent.map(({ code }) => code)).toEqual(['MUTANT_NOTHING_BASIC', 'MUTANT_NOTHING_BASIC'])
  })

  it('runs over a supplied standard', async () => {
    const report = mutate(supplied('ai-core'), parseCases(await casesText('ai-core'), 'cases.yaml'))
    expect(report.mutants).toBeGreaterThan(100)
    expect(report.killed / report.mutants).toBeGreaterThan(0.5)
  })
})
