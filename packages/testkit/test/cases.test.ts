import { FaultError } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { differenceFault, parseCases, runCases } from '../src/index.ts'
import { casesText, standard, supplied } from './plugins.ts'
import { SMALL } from './small.ts'

const small = standard(SMALL)

const run = (text: string) => runCases(small, parseCases(text, 'small/cases.yaml'))

/** Worked by hand: service 0.5 x 50 + 0.5 x 60 = 55; safety 50^0.7 x 100^0.3 = 61.5572; 0.6 x 55 + 0.4 x 61.5572 = 57.6229. */
const HELD = `synthetic: true
cases:
  - id: middle
    unit: a
    period: '2025'
    facts: { accidents: 0 }
    values: { uptime: 95, waiting: 10, plan: 1, audit: true }
    expected: { composite: 57.6229, nodes: { service: 55, safety: 61.5572 }, grade: C, status: graded, gates: [] }
`

describe.each(['ai-core', 'smart-retail', 'smart-healthcare', 'industrial-internet'])('the cases of %s', (id) => {
  it('hold', async () => {
    const file = parseCases(await casesText(id), 'cases.yaml')
    expect(file.cases.length).toBeGreaterThan(0)
    expect(runCases(supplied(id), file)).toEqual([])
  })
})

describe('golden cases', () => {
  it('that hold give no difference', () => expect(run(HELD)).toEqual([]))

  it('that do not say the case, the item, both figures, the difference and the line', () => {
    const found = run(HELD.replace('composite: 57.6229', 'composite: 57').replace('grade: C', 'grade: B'))
    expect(found).toMatchObject(
      [
        { case: 'middle', item: 'composite', expected: '57', off: 0.622893, tolerance: 1e-4, at: { line: 8 } },
        {
          case: 'middle',
          item: 'grade',
          expected: 'B',
          actual: 'C',
          off: null,
          at: { file: 'small/cases.yaml', line: 8 },
        },
      ].map((one) => (one.off === null ? one : { ...one, off: expect.closeTo(0.6229, 4) as number })),
    )
    expect(found.map(differenceFault).map(({ code }) => code)).toEqual(['CASE_SCORE_DIFFERS', 'CASE_DIFFERS'])
  })

  it('have a tolerance of the file, and one of the case, which wins', () => {
    const off = HELD.replace('composite: 57.6229', 'composite: 57.7')
    expect(run(off)).toHaveLength(1)
    expect(run(off.replace('cases:', 'tolerance: 0.1\ncases:'))).toEqual([])
    expect(
      run(off.replace('cases:', 'tolerance: 0.1\ncases:').replace('unit: a', 'unit: a\n    tolerance: 0.01')),
    ).toHaveLength(1)
  })

  it('may expect the interval of a row with blanks', () => {
    // waiting open: service 25 to 75, so 0.6 x 25 + 24.62288 = 39.6229 to 69.6229.
    const open = HELD.replace('waiting: 10', 'waiting: null').replace(
      /expected: .*/,
      'expected: { interval: [39.6229, 69.6229] }',
    )
    expect(run(open)).toEqual([])
    expect(run(open.replace('39.6229', '40'))).toMatchObject([{ item: 'interval.low', expected: '40' }])
  })

  it('may expect that values are refused, and for what', () => {
    const refused = HELD.replace('plan: 1', 'plan: 7').replace(
      /expected: .*/,
      'expected: { refused: [RAW_NOT_A_LEVEL] }',
    )
    expect(run(refused)).toEqual([])
    expect(run(HELD.replace('plan: 1', 'plan: 7'))).toMatchObject([
      { item: 'refused', expected: 'null', actual: 'RAW_NOT_A_LEVEL' },
    ])
    expect(run(refused.replace('plan: 7', 'plan: 1'))).toMatchObject([{ item: 'refused', actual: 'null' }])
  })

  it('that cannot be read say all their faults, each with its line', () => {
    const bad = HELD.replace('status: graded', 'status: done').replace("period: '2025'", 'period: 2025')
    const faults = (() => {
      try {
        parseCases(bad, 'cases.yaml')
        return []
      } catch (error) {
        return error instanceof FaultError ? error.faults : []
      }
    })()
    expect(faults.map(({ code, at }) => [code, at.line])).toEqual([
      ['CASES_INVALID', 5],
      ['CASES_INVALID', 8],
    ])
  })
})
