import { caution } from '@plumbline/kernel'
import { readText } from '../cells/read.ts'
import { translationKey, type DecodeScope } from '../record.ts'
import type { ReadRow, ReadTable } from '../table.ts'

/** Ids that a sheet has already given away, those of its other rows included. */
export interface Ids {
  readonly given: Set<string>
  readonly known: ReadonlySet<string>
}

export const idsOf = ({ rows }: ReadTable): Ids => ({
  given: new Set(),
  known: new Set(rows.flatMap((row) => (row.id === '' ? [] : [bareId(row.id)]))),
})

/** `gate:veto-a` names `veto-a`. */
const bareId = (id: string): string => id.slice(id.indexOf(':') + 1)

/**
 * The id of a row: the hidden one, else a new one made of the English name. A copied row has its model's id and gets a
 * new one.
 *
 * @param label - The id is a label that is printed: the Chinese name serves.
 */
export function idOfRow(
  row: ReadRow,
  { given, known }: Ids,
  { scope, label = false }: { readonly scope: DecodeScope; readonly label?: boolean },
): string {
  const own = bareId(row.id)
  if (row.id !== '' && !given.has(own)) {
    given.add(own)
    return own
  }
  const zh = readText(row.cell('name'), { report: () => undefined }) ?? ''
  const en = scope.english(translationKey(row.sheet, '', 'name'), zh) ?? ''
  const base = label ? zh : kebab(en)
  const taken = (id: string): boolean => given.has(id) || known.has(id)
  let id = base
  for (let count = 2; id === '' || taken(id); count++) id = `${base === '' ? 'item' : base}-${count}`
  given.add(id)
  if (row.id !== '') scope.report(caution('WORKBOOK_ROW_COPIED', { name: zh, id }, row.cell('name').at))
  return id
}

const kebab = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
