/** What another program makes of the formulas, against the kernel. */
import { readFileSync } from 'node:fs'
import { cellText, readSheets, type Cell } from '@plumbline/intake'
import { isBranch, score, Status } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { documentOf, exportWorkbook, importWorkbook, trialDataset, type TrialValues } from '../src/index.ts'
import { everyMethod } from './fixtures/every-method.ts'
import { hasLibreOffice, resaved } from './libreoffice.ts'
import { besideOf, pluginNamed, plugins } from './plugins.ts'

const file = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const trials = JSON.parse(file('every-method/trials.json').toString('utf8')) as TrialValues[]
const plugin = await everyMethod()
const saved = (index: number): Uint8Array => new Uint8Array(file(`libreoffice/trial-${index}.xlsx`))

/** Scores by node and outcomes by row, as the cells hold them. */
async function cellsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Cell | undefined>> {
  const sheets = await readSheets(bytes)
  const column = (name: string, key: string): readonly (readonly [string, Cell | undefined])[] => {
    const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? new Map<number, readonly (Cell | undefined)[]>()
    const at = (rows.get(2) ?? []).findIndex((cell) => cellText(cell) === key)
    return [...rows.values()]
      .slice(2)
      .map((cells) => [cellText(cells[0]).replace(/^@(?=node|gate)/, ''), cells[at]] as const)
  }
  return new Map([...column('指标树', 'score'), ...column('等级与门槛', 'result')])
}

const STATUS = {
  [Status.graded]: '已评级',
  [Status.vetoed]: '不予评级',
  [Status.notAdmitted]: '未准入',
  [Status.noResult]: '无结果',
}
const OUTCOMES = ['未触发', '触发', '待定', '不适用于本组']
/** The kernel returns scores on a grid of 1e-9. */
const GRID = 1e-9

/** Every score, every gate, status and grade; the number of scores compared. */
function check(one: LoadedPlugin, trial: TrialValues, cells: ReadonlyMap<string, Cell | undefined>): number {
  const result = score(one.plan, trialDataset(trial))
  let compared = 0
  for (const [index, { spec }] of one.plan.nodes.entries()) {
    const expected = result.nodes[index]?.score[0] ?? Number.NaN
    const cell = cells.get(`node:${spec.id}`)
    const actual = typeof cell === 'object' && cell.kind === 'number' ? cell.value : Number.NaN
    if (Number.isNaN(expected)) expect([spec.id, actual]).toEqual([spec.id, Number.NaN])
    else {
      expect(Math.abs(actual - expected), `${spec.id}: ${actual}, kernel ${expected}`).toBeLessThan(GRID)
      compared++
    }
  }
  for (const [index, { id }] of one.plan.framework.gates.entries())
    expect([id, cellText(cells.get(`gate:${id}`))]).toEqual([id, OUTCOMES[result.gates[index]?.[0] ?? -1]])
  const status = result.status[0] ?? -1
  expect(cellText(cells.get('@status'))).toBe(STATUS[status as keyof typeof STATUS])
  const grade = (place: number | undefined): string => one.catalogue.grades[place ?? -1]?.id ?? '—'
  expect(cellText(cells.get('@byScore')).split(' ')[0]).toBe(grade(result.gradeByScore[0]))
  expect(cellText(cells.get('@trialGrade')).split(' ')[0]).toBe(grade(result.grade[0]))
  return compared
}

describe('the formulas, computed by LibreOffice', () => {
  it('give the scores, gates and grades of the kernel, for every method and kind of blank', async () => {
    let compared = 0
    for (const [index, trial] of trials.entries()) compared += check(plugin, trial, await cellsOf(saved(index)))
    expect(compared).toBeGreaterThan(200)
  })

  it('meet a score, an absence, a veto, a cap and no admission among the trials', () => {
    const results = trials.map((trial) => score(plugin.plan, trialDataset(trial)))
    expect(new Set(results.map(({ status }) => status[0]))).toEqual(
      new Set([Status.graded, Status.vetoed, Status.notAdmitted, Status.noResult]),
    )
    const states = results.flatMap(({ nodes }) => nodes.map(({ state }) => state[0]))
    expect(new Set(states).size).toBe(6)
    expect(plugin.plan.nodes.some((node) => isBranch(node) && node.spec.minCoverage !== undefined)).toBe(true)
  })

  it('are those of today: computed anew, for a made-up standard and a supplied one', async () => {
    if (!hasLibreOffice()) {
      console.info('LibreOffice (soffice) is not installed: only the workbooks that it saved before were compared.')
      return
    }
    const [, trial] = trials
    if (!trial) throw new Error('no trial')
    check(plugin, trial, await cellsOf(await resaved(await exportWorkbook(plugin, { trial }))))
    const healthcare = pluginNamed('smart-healthcare')
    const { group, facts, values } = (
      besideOf(healthcare).cases as {
        cases: readonly { group: string; facts: TrialValues['values']; values: TrialValues['values'] }[]
      }
    ).cases[0] ?? { group: '', facts: {}, values: {} }
    const golden: TrialValues = { group, values: { ...facts, ...values } }
    const bytes = await resaved(await exportWorkbook(healthcare, { ...besideOf(healthcare), trial: golden }))
    expect(check(healthcare, golden, await cellsOf(bytes))).toBeGreaterThan(50)
    const draft = await importWorkbook(bytes, { available: plugins })
    expect(draft.faults).toEqual([])
    expect(draft.document.manifest).toEqual(documentOf(healthcare).manifest)
  }, 120_000)
})

describe('a workbook that LibreOffice has saved', () => {
  it('comes back as the standard that it was', async () => {
    const draft = await importWorkbook(saved(0), { available: [] })
    expect(draft.faults).toEqual([])
    expect(draft.document.manifest).toEqual(documentOf(plugin).manifest)
    expect(draft.plugin?.plan.framework).toEqual(plugin.plan.framework)
  })
})
