/** Where the English of every text stands; found by the hidden place, else by the Chinese. */
import { readText } from '../cells/read.ts'
import type { ReadTable } from '../table.ts'

export const TRANSLATION_COLUMNS: readonly string[] = ['place', 'chinese', 'english']

export type English = (key: string, zh: string) => string | undefined

/** @returns What a text is in English; the same Chinese with two translations is ambiguous and gives neither. */
export function englishOf({ rows }: ReadTable): English {
  const quiet = { report: (): undefined => undefined }
  const byKey = new Map<string, string>()
  const byChinese = new Map<string, string | null>()
  for (const row of rows) {
    const [zh, en] = [readText(row.cell('chinese'), quiet), readText(row.cell('english'), quiet)]
    if (en === undefined) continue
    if (row.id !== '') byKey.set(row.id, en)
    if (zh === undefined) continue
    const before = byChinese.get(zh)
    byChinese.set(zh, before === undefined || before === en ? en : null)
  }
  return (key, zh) => byKey.get(key) ?? byChinese.get(zh) ?? undefined
}
