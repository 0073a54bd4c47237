import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

type Cell = number | boolean | string | null

interface Case {
  readonly id: string
  readonly group: string
  readonly facts: Readonly<Record<string, Cell>>
  readonly values: Readonly<Record<string, Cell>>
  readonly expected: { readonly composite: number; readonly core: number; readonly grade: string | null }
}

export const PERIOD = '2026'

/** The golden cases of the healthcare plugin: synthetic units with the figures that they must come to. */
export function goldenCases(): readonly Case[] {
  const file = fileURLToPath(new URL('../../../plugins/smart-healthcare/cases.yaml', import.meta.url))
  const { cases } = parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] }
  return cases
}

export const codeOf = ({ id }: Case): string => `E2E-${id}`

/** The cases as the wide table that organisations send; `spoil` replaces single cells, by unit code and column. */
export function dataFile(spoil: Readonly<Record<string, string>> = {}): string {
  const cases = goldenCases()
  const [first] = cases
  if (!first) throw new Error('the plugin has no golden cases')
  const items = [...Object.keys(first.values), ...Object.keys(first.facts)]
  const rows = cases.map((each) => {
    const code = codeOf(each)
    const cells: Readonly<Record<string, Cell>> = { group: each.group, ...each.values, ...each.facts }
    const text = (column: string): string => spoil[`${code} ${column}`] ?? String(cells[column] ?? '')
    return [code, `浏览器用例 ${each.id}（虚构）`, PERIOD, text('group'), ...items.map(text)].join(',')
  })
  return [['unit', 'name', 'period', 'group', ...items].join(','), ...rows].join('\n')
}
