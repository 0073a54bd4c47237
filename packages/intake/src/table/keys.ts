/** The columns that say which row this is: unit, name, period, group, area. */
import { Blank, fault, type Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { blankOf } from '../cells/blank.ts'
import { nameKey, normalText } from '../cells/normal-text.ts'
import { cellText, quotedText, type Cell } from '../cells/sheet-cell.ts'
import { groupNames, groupsMatter, type Binding } from '../header/bind-header.ts'
import type { KeyColumn } from '../header/names.ts'
import { cellAddress, sheetPlace } from './address.ts'

export interface RowKeys {
  readonly unit: string
  readonly name: string
  readonly period: string
  readonly group: string | null
  /** Code of the unit of another standard, such as a district, that this one belongs to. */
  readonly area: string | null
  readonly faults: readonly Fault[]
}

export type KeyReader = (row: number, cells: readonly (Cell | undefined)[]) => RowKeys

interface Key {
  readonly text: string
  /** What is wrong with it, if anything. */
  readonly code?: string
  readonly params?: Fault['params']
}

/** A reader of the row's keys; `period` as text, `2025年` as `2025`, the group by id or name as its id. */
export function keyReader(catalogue: Catalogue, binding: Binding, sheet: string | null): KeyReader {
  const readGroup = groupReader(catalogue)

  return (row, cells) => {
    const cellOf = (key: KeyColumn): Cell | undefined => cells[binding.keys[key]?.index ?? -1]
    const keys = {
      unit: readUnit(cellOf('unit')),
      name: readName(cellOf('name')),
      period: readPeriod(cellOf('period')),
      group: readGroup(cellOf('group')),
      area: readName(cellOf('area')),
    }
    const faultOf = (name: KeyColumn): readonly Fault[] => {
      const column = binding.keys[name]
      const { code, params } = keys[name]
      if (!column || code === undefined) return []
      const text = quotedText(cells[column.index])
      const at = { ...sheetPlace(sheet), cell: cellAddress(row, column.index) }
      return [fault(code, { text, header: column.header, ...params }, at)]
    }
    const faults = [
      ...faultOf('unit'),
      ...faultOf('name'),
      ...faultOf('period'),
      ...faultOf('group'),
      ...faultOf('area'),
    ]
    const { unit, name, period, group, area } = keys
    return {
      unit: unit.text,
      name: name.text || unit.text,
      period: period.text,
      group: group.text || null,
      area: area.text || null,
      faults,
    }
  }
}

function readUnit(cell: Cell | undefined): Key {
  const text = cellText(cell)
  return text === '' || isError(cell) ? { text, code: 'UNIT_EMPTY' } : { text }
}

function readName(cell: Cell | undefined): Key {
  const text = cellText(cell)
  return isError(cell) ? { text, code: 'CELL_SPREADSHEET_ERROR' } : { text }
}

/** `2025年` and `2025年度` are `2025`; any other text stands as it is. */
function readPeriod(cell: Cell | undefined): Key {
  if (typeof cell === 'object' && cell.kind === 'date') return { text: cell.text, code: 'PERIOD_IS_A_DATE' }
  const text = normalText(cellText(cell))
  if (blankOf(text) !== Blank.none || isError(cell)) return { text: '', code: 'PERIOD_EMPTY' }
  return { text: /^(\d{4})年度?$/.exec(text)?.[1] ?? text }
}

/** Where the standard names no groups, any text is one. */
function groupReader(catalogue: Catalogue): (cell: Cell | undefined) => Key {
  const ids = new Map(
    catalogue.groups.flatMap(({ id, zh, en }) => [id, zh, en].map((name) => [nameKey(name), id] as const)),
  )
  const needed = groupsMatter(catalogue)
  const params = groupNames(catalogue)

  return (cell) => {
    const text = cellText(cell)
    if (text === '') return needed ? { text, code: 'GROUP_EMPTY', params } : { text }
    if (ids.size === 0) return { text }
    const id = ids.get(nameKey(text))
    return id === undefined ? { text: '', code: 'GROUP_UNKNOWN', params } : { text: id }
  }
}

const isError = (cell: Cell | undefined): boolean =>
  typeof cell === 'object' && (cell.kind === 'error' || cell.kind === 'uncalculated')
