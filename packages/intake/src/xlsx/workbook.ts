import { fault, FaultError } from '@plumbline/kernel'
import { readStyles, type CellFormat } from './styles.ts'
import { parseXml } from './xml.ts'
import type { Zip } from './zip.ts'

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly sharedStrings: readonly string[]
  readonly formats: readonly CellFormat[]
  /** Dates count from 1904 instead of 1900. */
  readonly from1904: boolean
}

/**
 * Reads what the sheets of a workbook share.
 *
 * @throws FaultError FILE_NOT_A_TABLE - a ZIP, but no workbook of the XLSX kind.
 */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  if (!zip.has('xl/workbook.xml') || !zip.has('xl/_rels/workbook.xml.rels')) {
    throw new FaultError([fault('FILE_NOT_A_TABLE')])
  }
  const targets = await readTargets(zip)
  const listed: { name: string; id: string }[] = []
  let from1904 = false
  await parseXml(zip.text('xl/workbook.xml'), {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name === 'sheet') listed.push({ name: attribute('name') ?? '', id: attribute('id') ?? '' })
    },
  })
  const sheets = listed.flatMap(({ name, id }) => {
    const path = targets.byId.get(id)
    return path !== undefined && zip.has(path) ? [{ name, path }] : []
  })
  return {
    sheets,
    from1904,
    sharedStrings: await readShared(zip, targets.byType.get('sharedStrings')),
    formats: targets.byType.has('styles') ? await readStyles(zip.text(targets.byType.get('styles') ?? '')) : [],
  }
}

interface Targets {
  readonly byId: ReadonlyMap<string, string>
  readonly byType: ReadonlyMap<string, string>
}

async function readTargets(zip: Zip): Promise<Targets> {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  await parseXml(zip.text('xl/_rels/workbook.xml.rels'), {
    open: (name, attribute) => {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
      byId.set(attribute('Id') ?? '', path)
      byType.set((attribute('Type') ?? '').replace(/^.*\//, ''), path)
    },
  })
  return { byId, byType }
}

async function readShared(zip: Zip, path: string | undefined): Promise<readonly string[]> {
  if (path === undefined || !zip.has(path)) return []
  const strings: string[] = []
  let current = ''
  const text = textCollector((piece) => (current += piece))
  await parseXml(zip.text(path), {
    open: (name) => {
      if (name === 'si') current = ''
      text.open(name)
    },
    close: (name) => {
      text.close(name)
      if (name === 'si') strings.push(unescapeText(current))
    },
    text: text.text,
  })
  return strings
}

/** Collects the text of `t` elements, without the phonetic guides (`rPh`) that stand beside them. */
export function textCollector(add: (piece: string) => void): {
  readonly open: (name: string) => void
  readonly close: (name: string) => void
  readonly text: (piece: string) => void
} {
  let inText = false
  let inPhonetic = false
  return {
    open: (name) => {
      if (name === 't') inText = true
      if (name === 'rPh') inPhonetic = true
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
    },
    text: (piece) => {
      if (inText && !inPhonetic) add(piece)
    },
  }
}

/** `_x000D_` and the like: characters that XML cannot hold. ECMA-376 part 1, 22.9.2.19. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
