/** A workbook back into the files of a plugin folder: a draft, never a live change. */
import type { Fault, FaultPlace } from '@plumbline/kernel'
import { fault } from '@plumbline/kernel'
import { faultsOf, loadBundle, type LoadedPlugin } from '@plumbline/plugin-host'
import { stringify } from 'yaml'
import { decodeStandard, type DecodeOptions } from './decode.ts'
import { contentDigest } from './export.ts'
import { readWorkbookFile } from './file/read.ts'
import { isList, isObject, valueAt, type Json, type JsonObject } from './json.ts'
import { keyOf } from './cells/read.ts'
import { SHEETS } from './table.ts'
import type { StandardDocument } from './tables.ts'

/** What a workbook is compared with, and what it may drop. */
export interface ImportOptions extends DecodeOptions {
  /** Plugins that the standard may use. */
  readonly available: readonly LoadedPlugin[]
}

/** A standard as read from a workbook. */
export interface Draft {
  readonly document: StandardDocument
  /** By file name: `plugin.yaml`, `cases.yaml`, `CHANGELOG.md`. */
  readonly files: Readonly<Record<string, string>>
  /** Loaded; null where anything is wrong with it. */
  readonly plugin: LoadedPlugin | null
  /** All of them, errors and warnings, each at its cell. */
  readonly faults: readonly Fault[]
  /** Names of the rows that the author has marked as deleted. */
  readonly deleted: readonly string[]
  /** Places of the golden cases whose rows the author has added. */
  readonly addedCases: readonly number[]
  /** Cell of a value by a path that reads by ids, such as `cases/2/expected/grade`; the nearest above it. */
  readonly placeOf: (path: string) => FaultPlace | null
  /** Id, version and content of the standard that the workbook was written from. */
  readonly base: { readonly id: string; readonly version: string; readonly digest: string }
}

/**
 * Reads a workbook whole and checks the standard in it as if it were a plugin folder.
 *
 * @throws FaultError - the file is no workbook of a standard: WORKBOOK_NOT_OURS, WORKBOOK_NEWER, WORKBOOK_SHEET_MISSING,
 * WORKBOOK_COLUMN_MISSING, FILE_DAMAGED and its kin.
 */
export async function importWorkbook(bytes: Uint8Array, { available, ...options }: ImportOptions): Promise<Draft> {
  const workbook = await readWorkbookFile(bytes)
  const { document, faults, placeOf, deleted, addedCases } = decodeStandard(workbook, options)
  const files = filesOf(document)
  const loaded = load(files, available)
  const placed = 'ref' in loaded ? [] : loaded.map((one) => atCell(one, placeOf, document.manifest))
  const told = new Set(faults.map(cellOf))
  // What a cell does not say because it cannot be read is told once.
  const news = placed.filter((one) => one.code !== 'MANIFEST_KEY_MISSING' || !told.has(cellOf(one)))
  const all = [...faults, ...news].toSorted(byPlace)
  const bad = all.some(({ severity }) => severity === 'error')
  const { head } = workbook.remembered
  const said = (key: string): string => (typeof head[key] === 'string' ? head[key] : '')
  return {
    document,
    files,
    plugin: 'ref' in loaded && !bad ? loaded : null,
    faults: all,
    deleted,
    addedCases,
    placeOf,
    base: { id: said('plugin'), version: said('version'), digest: said('digest') },
  }
}

/** Whether the standard that a workbook was written from has changed since. */
export const isStale = (base: Draft['base'], manifest: Json): boolean => base.digest !== contentDigest(manifest)

const HEADER = '# yaml-language-server: $schema=../../packages/plugin-api/schema/plugin.schema.json\n'

function filesOf({ manifest, cases, changelog }: StandardDocument): Draft['files'] {
  const yaml = (value: JsonObject): string => stringify(value, { lineWidth: 120, version: '1.2' })
  return {
    'plugin.yaml': HEADER + yaml(manifest),
    ...(cases === null ? {} : { 'cases.yaml': yaml(cases) }),
    ...(changelog === '' ? {} : { 'CHANGELOG.md': changelog }),
  }
}

function load(files: Draft['files'], available: readonly LoadedPlugin[]): LoadedPlugin | readonly Fault[] {
  try {
    return loadBundle({ files: { 'plugin.yaml': files['plugin.yaml'] ?? '' } }, available)
  } catch (error) {
    return faultsOf(error, 'plugin.yaml')
  }
}

/** A fault of the manifest, put at the cell that says it; without a cell it keeps its path. */
function atCell(one: Fault, placeOf: (path: string) => FaultPlace | null, manifest: JsonObject): Fault {
  const { path = '', id } = one.at
  const cell = placeOf(path)
  const at: FaultPlace = cell ? { ...cell, ...(id === undefined ? {} : { id }) } : { path }
  if (one.code !== 'WEIGHTS_SUM') return { ...one, at }
  const sum = Number(one.params['sum'])
  const name = nameAt(manifest, String(one.params['id'] ?? id ?? ''))
  return fault(
    'WORKBOOK_WEIGHTS',
    { name, sum: `${Number((sum * 100).toFixed(6))}%`, children: one.params['children'] ?? '' },
    at,
  )
}

function nameAt(manifest: JsonObject, id: string): string {
  const find = (node: Json | undefined): string | null => {
    if (!isObject(node)) return null
    if (node['id'] === id) return typeof node['zh'] === 'string' ? node['zh'] : id
    const children = valueAt(node, ['children'])
    for (const child of isList(children) ? children : []) {
      const found = find(child)
      if (found !== null) return found
    }
    return null
  }
  return find(manifest['tree']) ?? id
}

const cellOf = ({ at }: Fault): string => `${at.sheet}!${at.cell}`

/** As one reads the workbook: sheet by sheet, down the rows. */
const byPlace = (a: Fault, b: Fault): number => sheetOf(a) - sheetOf(b) || rowOf(a) - rowOf(b)
const sheetOf = ({ at }: Fault): number => SHEETS.findIndex((key) => key === keyOf('sheets', at.sheet ?? ''))
const rowOf = ({ at }: Fault): number => Number(/\d+$/.exec(at.cell ?? '')?.[0] ?? 0)
