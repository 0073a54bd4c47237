import type { Cell, SampleRow } from './row.ts'
import type { SampleSpace } from './space.ts'

/**
 * A row in short: the cells that are not at their worst, and the facts that are not quiet. Says the same to every reader:
 * ids and numbers, no words.
 *
 * @returns For example `uptime=99.5; leak=N/A; group=L`; an en dash where every cell is at its worst.
 */
export function shortly({ indicators, domains, facts }: SampleSpace, row: SampleRow): string {
  const told = [
    ...indicators.flatMap(({ id }) => tell(id, row.cells.get(id), domains.get(id)?.[0])),
    ...facts.flatMap(({ id, values }) => tell(id, row.cells.get(id), values[0])),
    ...(row.group === null ? [] : [`group=${row.group}`]),
  ]
  return told.length === 0 ? '–' : told.join('; ')
}

function tell(id: string, cell: Cell | undefined, usual: number | undefined): readonly string[] {
  if (cell === usual) return []
  return [`${id}=${typeof cell === 'number' ? String(Number(cell.toPrecision(12))) : cell === 'N/A' ? 'N/A' : '?'}`]
}
