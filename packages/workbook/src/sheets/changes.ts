/** The changelog: a row a version, newest first. */
import { readText } from '../cells/read.ts'
import { isCellText } from '../cells/text.ts'
import type { DecodeScope } from '../record.ts'
import type { ReadTable, Row } from '../table.ts'

export const CHANGES_COLUMNS: readonly string[] = ['version', 'text', 'deleted']

/** Splits a Markdown changelog at its `## version` heads; what stands before them is the first row. */
export function encodeChanges(changelog: string): readonly Row[] {
  const [before = '', ...sections] = changelog.split(/^## /m)
  const parts = sections.map((section) => {
    const [version = '', ...lines] = section.split('\n')
    return { version: version.trim(), text: lines.join('\n').trim() }
  })
  const rows = [...(before.trim() === '' ? [] : [{ version: '', text: before.trim() }]), ...parts]
  return rows.map(({ version, text }, index) => ({
    id: `change:#${index}`,
    cells: { version: version === '' ? null : version, text: isCellText(text) ? text : null },
  }))
}

export function decodeChanges({ rows }: ReadTable, scope: DecodeScope): string {
  const parts = rows.map((row) => {
    const [version, text = ''] = [readText(row.cell('version'), scope), readText(row.cell('text'), scope)]
    return version === undefined ? text : `## ${version}\n\n${text}`.trim()
  })
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}
