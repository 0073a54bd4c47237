import { Blank, fault, FaultError, type Column, type Dataset } from '@plumbline/kernel'
import { loadBundle, type LoadedPlugin } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { diffVersions, lint, mutate, parseCases, prepareCases, runCases, type Prepare } from '../src/index.ts'
import { checkPrograms, checkProperties } from '../src/properties/index.ts'
import { SMALL } from './small.ts'

/** The small standard with waiting worked out by a program from minutes and visits. */
const CODED = SMALL.replace(
  'calc: { zh: 平均等待分钟数',
  `inputs:
            - { id: minutes, zh: 等待分钟, en: Minutes, type: number, min: 0 }
            - { id: visits, zh: 到访人次, en: Visits, type: integer, min: 0 }
          code: code/waiting.ts
          calc: { zh: 平均等待分钟数`,
)

const coded = (manifest = CODED, source = 'export default { value: ({ minutes, visits }) => minutes / visits }') =>
  loadBundle({ files: { 'plugin.yaml': manifest, 'code/waiting.ts': source } }, [])

const plugin = coded()

/** What a sandbox would give, worked out here: minutes a visit, times what the program's last digit says. */
const dividing =
  (onZero: 'throw' | 'null'): Prepare =>
  async (standard: LoadedPlugin, { size, units, periods, columns }: Dataset) => {
    const times = Object.values(standard.programs).some((source) => source.includes('* 2')) ? 2 : 1
    const cell = (id: string, row: number): number => columns.get(id)?.values[row] ?? Number.NaN
    const bad = Array.from({ length: size }, (_, row) => row).find(
      (row) => cell('visits', row) === 0 && !Number.isNaN(cell('minutes', row)),
    )
    if (bad !== undefined && onZero === 'throw') {
      const at = { file: 'code/waiting.ts', line: 1, id: 'waiting', unit: units[bad] ?? '', period: periods[bad] ?? '' }
      throw new FaultError([fault('CODE_NOT_A_NUMBER', { value: 'NaN' }, at)])
    }
    const values = Float64Array.from({ length: size }, (_, row) => {
      const value = (times * cell('minutes', row)) / cell('visits', row)
      return Number.isFinite(value) ? value : Number.NaN
    })
    const blanks = Uint8Array.from(values, (value) => (Number.isNaN(value) ? Blank.unanswered : Blank.none))
    const waiting: Column = { values, blanks, computed: true }
    return { size, units, periods, groups: units.map(() => 'L'), columns: new Map([...columns, ['waiting', waiting]]) }
  }

const prepare = dividing('throw')

// By hand: uptime 95 scores 50, ten minutes 60, mean 55; plan 2 and audit yes 100; 0.6 x 55 + 0.4 x 100 = 73.
const CASES = parseCases(
  `synthetic: true
cases:
  - id: ten
    unit: A
    period: '2025'
    group: L
    facts: { accidents: 0 }
    values: { uptime: 95, minutes: 500, visits: 50, plan: 2, audit: true }
    expected: { composite: 73, nodes: { waiting: 60, service: 55 } }
  - id: nobody
    unit: B
    period: '2025'
    group: L
    facts: { accidents: 0 }
    values: { uptime: 95, minutes: 0, visits: 0, plan: 2, audit: true }
    expected: { refused: [CODE_NOT_A_NUMBER] }
`,
  'cases.yaml',
)

describe('golden cases of a standard with a program', () => {
  it('hold where somebody runs it, a fault of one case apart from the others', async () => {
    expect(runCases(plugin, CASES).map(({ actual }) => actual)).toEqual(['CODE_NOT_RUN', 'CODE_NOT_RUN'])
    expect(runCases(plugin, await prepareCases(plugin, CASES, prepare))).toEqual([])
  })

  it('say why a case is refused that should not be', async () => {
    const expecting = {
      ...CASES,
      cases: CASES.cases.map((one) => ({ ...one, expected: { composite: 73, nodes: {} } })),
    }
    const [found, ...others] = runCases(plugin, await prepareCases(plugin, expecting, prepare))
    expect(others).toEqual([])
    expect(found).toMatchObject({ case: 'nobody', item: 'refused', causes: [{ code: 'CODE_NOT_A_NUMBER' }] })
  })

  it('protect rules, and the case that is missing is told by the value that the program must come to', async () => {
    const file = await prepareCases(plugin, CASES, prepare)
    const { killed, survived } = mutate(plugin, file)
    expect(killed).toBeGreaterThan(0)
    const waiting = survived.filter(({ fault: { at } }) => at.id === 'waiting')
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.map(({ suggestion }) => suggestion.code)).toContain('SUGGEST_WORKED_OUT')
    expect(lint({ plugin, cases: file, name: 'small' }).warnings.map(({ code }) => code)).not.toContain('LINT_NO_CASES')
  })
})

describe('the laws of a standard with a program', () => {
  it('take what it works out as a raw value', () => {
    expect(checkProperties(plugin, { runs: 20 }).flatMap(({ findings }) => findings)).not.toContainEqual(
      expect.objectContaining({ severity: 'error' }),
    )
  })

  it('ask it for an answer to every input, zeros among them', async () => {
    const [found, ...others] = (await checkPrograms(plugin, { runs: 30, prepare }))?.findings ?? []
    expect(others).toEqual([])
    expect(found).toMatchObject({
      code: 'PROPERTY_PROGRAM_FAILS',
      at: { file: 'code/waiting.ts', line: 1, id: 'waiting' },
      params: { reason: 'CODE_NOT_A_NUMBER', example: expect.stringContaining('visits=0') },
    })
    expect(await checkPrograms(plugin, { runs: 30, prepare: dividing('null') })).toMatchObject({ findings: [] })
    expect(await checkPrograms(loadBundle({ files: { 'plugin.yaml': SMALL } }, []), { prepare })).toBeNull()
  })
})

describe('two versions with programs', () => {
  it('are replayed with each one’s own program, and what it moves is its own', async () => {
    const next = coded(CODED.replace('version: 1.0.0', 'version: 2.0.0'), 'export default { value: (i) => i * 2 }')
    const { changes, replays, attribution } = await diffVersions(plugin, next, {
      asOf: '2026-07-01',
      cases: [CASES.cases],
      prepare,
    })
    expect(changes.map(({ fault: { code } }) => code)).toEqual(['CHANGE_PROGRAM'])
    const cases = replays.find(({ source }) => source === 'cases')
    // Twenty minutes score 30: service 40, composite 0.6 x 40 + 40 = 64. The refused case is no input of the older version.
    expect(cases?.rows.map(({ before, after }) => [before.score, after?.score])).toEqual([[73, 64]])
    expect(attribution.changes.map(({ id }) => id)).toEqual(['program:small/code/waiting.ts'])
  })
})
