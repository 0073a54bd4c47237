import { Blank } from '@plumbline/kernel'
import type { DataTable } from '@plumbline/intake'
import type { Catalogue } from '@plumbline/plugin-api'

/** Words that data files have for what has no value. */
const BLANKS = {
  [Blank.none]: '',
  [Blank.unanswered]: '',
  [Blank.notApplicable]: 'N/A',
  [Blank.notAvailable]: '无数据',
  [Blank.withheld]: '不公开',
} as const satisfies Record<Blank, string>

/** A dataset as a data file that the importer takes: wide CSV, ids in the header, one row a unit and period. */
export function dataCsv({ dataset, names }: Pick<DataTable, 'dataset' | 'names'>, catalogue: Catalogue): string {
  const ids = [...dataset.columns.keys()]
  const switches = new Set([
    ...catalogue.nodes.flatMap((node) => (node.kind === 'indicator' && node.type === 'boolean' ? [node.id] : [])),
    ...[...catalogue.facts, ...catalogue.inputs].flatMap(({ id, type }) => (type === 'boolean' ? [id] : [])),
  ])
  const options = new Map(catalogue.inputs.map((input) => [input.id, input.options]))
  const cell = (id: string, row: number): string => {
    const column = dataset.columns.get(id)
    const ratings = column?.ratings?.get(row)
    if (ratings) return ratings.join(';')
    const value = column?.values[row]
    if (value === undefined || Number.isNaN(value)) return blankWord(column?.blanks[row])
    if (switches.has(id)) return value === 1 ? 'true' : 'false'
    return options.get(id)?.[value]?.id ?? String(value)
  }
  const lines = [
    ['unit', 'name', 'period', 'group', ...ids],
    ...dataset.units.map((unit, row) => [
      unit,
      names[row] ?? '',
      dataset.periods[row] ?? '',
      dataset.groups[row] ?? '',
      ...ids.map((id) => cell(id, row)),
    ]),
  ]
  return lines.map((line) => `${line.map(quoted).join(',')}\n`).join('')
}

function blankWord(blank: number | undefined): string {
  const kind = Object.values(Blank).find((one) => one === blank) ?? Blank.unanswered
  return BLANKS[kind]
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
