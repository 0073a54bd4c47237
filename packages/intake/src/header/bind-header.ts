/** Binds a file's header row to a standard's items. Every fault of the header at once. */
import { caution, fault, type Fault } from '@plumbline/kernel'
import { nearest, type Catalogue } from '@plumbline/plugin-api'
import { nameKey } from '../cells/normal-text.ts'
import { quotedText, type Cell } from '../cells/sheet-cell.ts'
import type { PreviewColumn } from '../contract.ts'
import { cellAddress, columnLetter, sheetPlace } from '../table/address.ts'
import { headerNames, type HeaderNames, type Item, type KeyColumn } from './names.ts'

/** Names of items are far shorter. */
const LONGEST_HEADER = 200

export interface BoundColumn<Of> {
  readonly index: number
  readonly header: string
  readonly of: Of
}

export interface Binding {
  readonly keys: Readonly<Partial<Record<KeyColumn, BoundColumn<KeyColumn>>>>
  readonly items: readonly BoundColumn<Item>[]
  /** Number of columns up to the last that has a header. */
  readonly width: number
  readonly preview: readonly PreviewColumn[]
  readonly faults: readonly Fault[]
}

export interface HeaderPlace {
  readonly row: number
  readonly sheet: string | null
}

/**
 * @param cells - The header row.
 * @returns The columns of the keys and items, and the faults: unknown, ambiguous and repeated columns, missing unit and
 *   period; one warning for all items without a column.
 */
export function bindHeader(cells: readonly (Cell | undefined)[], catalogue: Catalogue, place: HeaderPlace): Binding {
  const names = headerNames(catalogue)
  const headers = Array.from(cells, (cell) => quotedText(cell, LONGEST_HEADER))
  const taken = new Map<string, number>()
  const keys: Partial<Record<KeyColumn, BoundColumn<KeyColumn>>> = {}
  const items: BoundColumn<Item>[] = []
  const faults: Fault[] = []
  const bound: (string | null)[] = headers.map(() => null)
  const sheet = sheetPlace(place.sheet)

  headers.forEach((header, index) => {
    if (header === '') return
    const cell = cellAddress(place.row, index)
    const meaning = names.meaningOf(header)
    if (meaning.kind === 'remark') return
    if (meaning.kind === 'unknown') return void faults.push(unknownColumn(header, names, { ...sheet, cell }))
    if (meaning.kind === 'ambiguous') {
      return void faults.push(fault('COLUMN_AMBIGUOUS', { header, ids: meaning.ids }, { ...sheet, cell }))
    }
    if (meaning.kind === 'other-unit-of-measure') {
      const { item, unit, said } = meaning
      const params = { header, said, unitOfMeasure: unit.zh, unitOfMeasureEn: unit.en }
      return void faults.push(fault('COLUMN_UNIT_OF_MEASURE', params, { ...sheet, cell, id: item.id }))
    }
    if (meaning.kind === 'computed') {
      const { id, formula } = meaning.item
      const params = { header, inputs: formula?.inputs ?? [] }
      return void faults.push(fault('COLUMN_COMPUTED', params, { ...sheet, cell, id }))
    }

    const id = meaning.kind === 'key' ? meaning.key : meaning.item.id
    bound[index] = id
    const first = taken.get(id)
    if (first !== undefined) {
      const params = { header, item: id, first: cellAddress(place.row, first) }
      return void faults.push(fault('COLUMN_TWICE', params, { ...sheet, cell }))
    }
    taken.set(id, index)
    if (meaning.kind === 'key') keys[meaning.key] = { index, header, of: meaning.key }
    else items.push({ index, header, of: meaning.item })
  })

  faults.push(...missingColumns(keys, items, { names, catalogue, place }))
  const preview = headers.map((text, index) => ({ letter: columnLetter(index), text, item: bound[index] ?? null }))
  const width = headers.findLastIndex((header) => header !== '') + 1
  return { keys, items, width, preview, faults }
}

function unknownColumn(header: string, names: HeaderNames, at: Fault['at']): Fault {
  const near = (text: string) => nearest(text, names.known, nameKey)
  const found = near(header.replace(/\s*[(（].*[)）]$/, '')) ?? near(header)
  return found === null
    ? fault('COLUMN_UNKNOWN', { header }, at)
    : fault('COLUMN_UNKNOWN_NEAR', { header, nearest: found }, at)
}

interface Wanted {
  readonly names: HeaderNames
  readonly catalogue: Catalogue
  readonly place: HeaderPlace
}

function missingColumns(
  keys: Binding['keys'],
  items: readonly BoundColumn<Item>[],
  { names, catalogue, place }: Wanted,
): readonly Fault[] {
  const at = { ...sheetPlace(place.sheet), cell: cellAddress(place.row, 0) }
  const present = new Set(items.map((column) => column.of.id))
  const absent = names.items.filter((item) => !present.has(item.id) && !isDerived(item)).map((item) => item.id)
  const faults: Fault[] = []
  if (!keys.unit) faults.push(fault('COLUMN_UNIT_MISSING', {}, at))
  if (!keys.period) faults.push(fault('COLUMN_PERIOD_MISSING', {}, at))
  if (!keys.group && groupsMatter(catalogue)) {
    faults.push(fault('COLUMN_GROUP_MISSING', groupNames(catalogue), at))
  }
  if (absent.length > 0) {
    faults.push(caution('COLUMNS_ABSENT', { items: absent, count: absent.length }, at))
  }
  return faults
}

/** The platform works its value out; a file need not have it. */
const isDerived = (item: Item): boolean => 'derive' in item && item.derive !== undefined

/** The groups a cell may name, for the sentence in either language. */
export const groupNames = ({ groups }: Catalogue): Fault['params'] => ({
  allowed: groups.map(({ zh }) => zh),
  allowedEn: groups.map(({ en }) => en),
})

/** Whether a score or a grade of this standard can depend on the peer group. */
export function groupsMatter(catalogue: Catalogue): boolean {
  if (catalogue.groups.length === 0) return false
  const byGate = catalogue.framework.gates.some((gate) => (gate.groups?.length ?? 0) > 0)
  const byPercentile = catalogue.nodes.some(
    (node) => node.kind === 'indicator' && node.normalise.method === 'percentile',
  )
  return byGate || byPercentile
}
