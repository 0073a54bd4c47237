import { parseXml } from './xml.ts'

export interface CellFormat {
  readonly percent: boolean
  readonly date: boolean
}

/** Number formats that a file may use without declaring them: ECMA-376 part 1, 18.8.30, with the East Asian dates. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10

/** What a format code shows: a percentage, a date or time, or neither. */
function formatOf(code: string): CellFormat {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';')
  const bare = positive.replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  if (/^general$/i.test(bare.trim())) return { percent: false, date: false }
  return { percent: bare.includes('%'), date: /[ymdhs]/i.test(bare) }
}

/** The formats of `styles.xml`, by the index that cells name. */
export async function readStyles(chunks: AsyncIterable<string>): Promise<readonly CellFormat[]> {
  const declared = new Map<number, CellFormat>()
  const formats: CellFormat[] = []
  let inCellFormats = false
  await parseXml(chunks, {
    open: (name, attribute) => {
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'numFmt') declared.set(Number(attribute('numFmtId')), formatOf(attribute('formatCode') ?? ''))
      if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0)
        formats.push(declared.get(id) ?? { percent: isBuiltInPercent(id), date: isBuiltInDate(id) })
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}
