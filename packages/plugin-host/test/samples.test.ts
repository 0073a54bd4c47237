import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Blank, GateOutcome, score, Status, type Column, type Dataset, type Result } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { discoverPlugins, loadBundle, loadPlugins, readBundle, type LoadedPlugin } from '../src/index.ts'
import { PLUGINS } from './paths.ts'

/** As `cases.yaml` has it: what a version must give, worked out apart from this code. */
interface Case {
  readonly id: string
  readonly unit: string
  readonly period: string
  readonly group: string | null
  readonly facts: Readonly<Record<string, Cell>>
  readonly values: Readonly<Record<string, Cell>>
  readonly expected: {
    readonly composite: number
    readonly core: number
    readonly nodes: Readonly<Record<string, number>>
    readonly gradeByScore?: string
    readonly grade?: string | null
    readonly status?: 'graded' | 'vetoed'
    readonly gates?: readonly string[]
    readonly limitedBy?: string | null
  }
}

type Cell = number | boolean | 'N/A' | null

const { plugins, failed } = await loadPlugins(PLUGINS)

/** Parse step: the files are the project's own. */
const casesOf = (plugin: LoadedPlugin): readonly Case[] =>
  (parse(readFileSync(join(folderOf(plugin), 'cases.yaml'), 'utf8')) as { cases: Case[] }).cases

const folders = await discoverPlugins(PLUGINS)

function folderOf({ bundle }: LoadedPlugin): string {
  const found = folders.find(
    (folder) => readFileSync(join(folder, 'plugin.yaml'), 'utf8') === bundle.files['plugin.yaml'],
  )
  if (found === undefined) throw new Error('a plugin without a folder')
  return found
}

function dataset({ unit, period, group, facts, values }: Case): Dataset {
  const cells = Object.entries({ ...facts, ...values })
  return {
    size: 1,
    units: [unit],
    periods: [period],
    groups: [group],
    columns: new Map(cells.map(([id, cell]) => [id, column(cell)])),
  }
}

function column(cell: Cell): Column {
  if (cell === null) return { values: Float64Array.of(NaN), blanks: Uint8Array.of(Blank.unanswered) }
  if (cell === 'N/A') return { values: Float64Array.of(NaN), blanks: Uint8Array.of(Blank.notApplicable) }
  return { values: Float64Array.of(Number(cell)), blanks: Uint8Array.of(Blank.none) }
}

const nodeScore = (result: Result, id: string): number =>
  result.nodes[result.plan.indexOf.get(id) ?? -1]?.score[0] ?? NaN

const gradeAt = (result: Result, grades: Int8Array): string | null =>
  result.plan.framework.grades[grades[0] ?? -1]?.id ?? null

const fired = (result: Result): readonly string[] =>
  result.plan.framework.gates
    .filter((_, index) => result.gates[index]?.[0] === GateOutcome.fired)
    .map((gate) => gate.id)

it('loads the core and all ten sectors, one of them in two versions', () => {
  expect(failed).toEqual([])
  expect(plugins.map(({ ref }) => ref.id)).toEqual([
    'ai-core',
    'industrial-internet',
    'industry-base',
    'new-energy',
    'smart-catering',
    'smart-education',
    'smart-eldercare',
    'smart-government',
    'smart-healthcare',
    'smart-healthcare',
    'smart-retail',
    'smart-security',
  ])
})

describe.each(plugins.map((plugin) => [`${plugin.ref.id} ${plugin.ref.version}`, plugin] as const))(
  '%s',
  (_, plugin) => {
    describe.each(casesOf(plugin).map((one) => [one.id, one] as const))('%s', (__, { expected, ...rest }) => {
      const result = score(plugin.plan, dataset({ ...rest, expected }))

      it('gives the expected scores to 1e-4', () => {
        expect(result.score[0]).toBeCloseTo(expected.composite, 4)
        expect(nodeScore(result, plugin.catalogue.core?.node ?? '')).toBeCloseTo(expected.core, 4)
        for (const [id, value] of Object.entries(expected.nodes))
          expect(Math.abs(nodeScore(result, id) - value), id).toBeLessThan(1e-4)
      })

      if (expected.status === undefined) return
      it('gives the expected grade, status, gates in order, and limit', () => {
        expect({
          gradeByScore: gradeAt(result, result.gradeByScore),
          grade: gradeAt(result, result.grade),
          status: Object.entries(Status).find(([, code]) => code === result.status[0])?.[0],
          gates: fired(result),
          limitedBy: result.plan.nodes[result.limitedBy[0] ?? -1]?.spec.id ?? null,
        }).toEqual({
          gradeByScore: expected.gradeByScore,
          grade: expected.grade,
          status: expected.status,
          gates: expected.gates,
          limitedBy: expected.limitedBy,
        })
      })
    })

    it('gives the same digest and the same scores from stored files', async () => {
      const stored = JSON.parse(JSON.stringify(await readBundle(folderOf(plugin)))) as LoadedPlugin['bundle']
      const again = loadBundle(stored, plugins)
      expect(again.ref).toEqual(plugin.ref)
      expect(again.catalogue).toEqual(plugin.catalogue)
      for (const one of casesOf(plugin)) {
        expect(score(again.plan, dataset(one)).score).toEqual(score(plugin.plan, dataset(one)).score)
      }
    })

    it('is plain JSON', () => {
      expect(JSON.parse(JSON.stringify(plugin.catalogue))).toStrictEqual(plugin.catalogue)
    })

    it('has an English text wherever it has a Chinese one, and no Chinese in it', () => {
      const texts = textsOf(plugin.catalogue)
      expect(texts.length).toBeGreaterThan(100)
      for (const { zh, en } of texts) {
        expect(en.trim(), zh).not.toBe('')
        // 较大 is a grade of incidents without an English name of its own.
        expect(en.replace('，较大', ''), zh).not.toMatch(/\p{Script=Han}/u)
      }
    })
  },
)

interface Text {
  readonly zh: string
  readonly en: string
}

function textsOf(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return []
  const here = 'zh' in value && 'en' in value ? [{ zh: String(value.zh), en: String(value.en) }] : []
  return [...here, ...Object.values(value).flatMap(textsOf)]
}
