/** The plugins' golden cases as data files: the same values as people would send them, in every supported form. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { loadPlugins, type LoadedPlugin } from '@plumbline/plugin-host'
import { readCases, type GoldenCase } from '@plumbline/testkit'
import writeXlsx from 'write-excel-file/node'
import { repository } from './cli.ts'

export const PLUGINS = ['ai-core', 'smart-healthcare', 'smart-retail', 'industrial-internet'] as const

export interface Sample {
  readonly plugin: LoadedPlugin
  readonly cases: readonly GoldenCase[]
}

export async function sampleOf(id: string): Promise<Sample> {
  const { plugins } = await loadPlugins(path.join(repository, 'plugins'))
  // Versions of one id stand oldest first, and the newest has the folder named after the id.
  const plugin = plugins.findLast(({ ref }) => ref.id === id)
  if (!plugin) throw new Error(`no plugin ${id}`)
  return { plugin, cases: (await readCases(path.join(repository, 'plugins', id), id)).cases }
}

export type Naming = 'id' | 'zh' | 'en'
type Cell = string | number | boolean | null

const KEYS: Readonly<Record<Naming, readonly string[]>> = {
  id: ['unit', 'name', 'period', 'group'],
  zh: ['评价对象编码', '名称', '年度', '分组'],
  en: ['Unit', 'Name', 'Year', 'Group'],
}

/** Header and rows; the unit is the case's id, since cases may share a name. */
export function sampleRows({ plugin, cases }: Sample, naming: Naming): readonly (readonly Cell[])[] {
  const { nodes, facts, groups } = plugin.catalogue
  const items = [...nodes.filter((node) => node.kind === 'indicator'), ...facts]
  const header = [...KEYS[naming], ...items.map((item) => item[naming])]
  const rows = cases.map((one) => {
    const given: GoldenCase['values'] = { ...one.facts, ...one.values }
    const group = groups.find(({ id }) => id === one.group)?.[naming] ?? null
    return [one.id ?? one.unit, one.unit, one.period, group, ...items.map(({ id }) => cellOf(given[id]))]
  })
  return [header, ...rows]
}

const cellOf = (value: GoldenCase['values'][string] | undefined): Cell =>
  value === undefined ? null : Array.isArray(value) ? value.join(';') : value

export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const quoted = (cell: Cell): string =>
    /[",\n]/.test(String(cell ?? '')) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? '')
  return rows.map((row) => row.map(quoted).join(',')).join('\r\n')
}

export async function writeXlsxFile(file: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  await writeXlsx(rows.map((row) => [...row])).toFile(file)
}

/** By iconv, another program than the one that reads it. */
export async function writeGb18030(file: string, text: string): Promise<void> {
  await writeFile(`${file}.utf8`, text)
  const { stdout } = await promisify(execFile)('iconv', ['-f', 'UTF-8', '-t', 'GB18030', `${file}.utf8`], {
    encoding: 'buffer',
  })
  await writeFile(file, stdout)
}
