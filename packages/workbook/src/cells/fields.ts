/** How one value of a record stands in the columns of its row. */
import { fault } from '@plumbline/kernel'
import { isList, isObject, type Json, type Path } from '../json.ts'
import { isCellNumber, isCellText, readSettings, settingsText } from './text.ts'
import type { CellValue, DecodeContext, EncodeContext, PlacedCell } from './context.ts'
import { conditionText, formulaIn, formulaText, readCondition } from './condition.ts'
import { isTaggable, tagged, untagged, type Vocabulary } from './names.ts'
import { keyOf, readBoolean, readNumber, readText } from './read.ts'

export interface Field {
  /** Where in the record; empty for the record's own `zh` and `en`. */
  readonly path: Path
  readonly columns: readonly string[]
  /** null where the columns cannot hold the value: it then goes to the other settings, whole. */
  readonly encode: (value: Json, context: EncodeContext) => readonly CellValue[] | null
  /** undefined where the cells are empty, or have been reported. */
  readonly decode: (cells: readonly PlacedCell[], context: DecodeContext) => Json | undefined
}

const EMPTY: PlacedCell = { cell: undefined, at: {} }

function single(
  column: string,
  path: Path,
  codec: {
    readonly encode: (value: Json, context: EncodeContext) => CellValue | null
    readonly decode: (cell: PlacedCell, context: DecodeContext) => Json | undefined
  },
): Field {
  return {
    path,
    columns: [column],
    encode: (value, context) => {
      const cell = codec.encode(value, context)
      return cell === null ? null : [cell]
    },
    decode: ([cell = EMPTY], context) => codec.decode(cell, context),
  }
}

/** Both languages; the cell holds the Chinese, the sheet of translations the English. */
export const textField = (column: string, path: Path = []): Field =>
  single(column, path, {
    encode: (value, { translate }) => {
      if (!isText(value) || !isCellText(value.zh) || !isCellText(value.en)) return null
      translate(column, value.zh, value.en)
      return value.zh
    },
    decode: (cell, context) => {
      const zh = readText(cell, context)
      if (zh === undefined) return undefined
      const en = context.english(column, zh)
      if (en === undefined) context.report(fault('WORKBOOK_ENGLISH_MISSING', { text: zh }, cell.at))
      return { zh, en: en ?? zh }
    },
  })

/** A map of both languages and nothing else. */
export const isText = (value: Json | undefined): value is { readonly zh: string; readonly en: string } =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  typeof value['zh'] === 'string' &&
  typeof value['en'] === 'string'

export const stringField = (column: string, path: Path): Field =>
  single(column, path, {
    encode: (value) => (typeof value === 'string' && isCellText(value) ? value : null),
    decode: readText,
  })

export const numberField = (column: string, path: Path): Field =>
  single(column, path, {
    encode: (value) => (isCellNumber(value) ? value : null),
    decode: (cell, c) => readNumber(cell, c),
  })

/** A number of which 1 is the whole; it may be typed as a percentage. */
export const shareField = (column: string, path: Path): Field =>
  single(column, path, {
    encode: (value) => (isCellNumber(value) ? value : null),
    decode: (cell, context) => readNumber(cell, context, true),
  })

export const booleanField = (column: string, path: Path): Field =>
  single(column, path, {
    encode: (value, { texts }) => (typeof value === 'boolean' ? (value ? texts.words.yes : texts.words.no) : null),
    decode: readBoolean,
  })

/** One of a few codes, each under its word; a code without a word stands as it is. */
export const codeField = (column: string, path: Path, group: string): Field =>
  single(column, path, {
    encode: (value, { texts }) => {
      if (typeof value !== 'string' || !isCellText(value)) return null
      const words: Readonly<Record<string, string>> = texts.codes
      const word = words[`${group}.${value}`]
      return word ?? (codeOf(value, group) === value ? value : null)
    },
    decode: (cell, context) => {
      const text = readText(cell, context)
      return text === undefined ? undefined : codeOf(text, group)
    },
  })

const codeOf = (text: string, group: string): string =>
  keyOf('codes', text, `${group}.`)?.slice(group.length + 1) ?? text

/** The id of something that has a name. */
export const nameField = (column: string, path: Path, of: Vocabulary): Field =>
  single(column, path, {
    encode: (value, { names }) => (isId(value) ? tagged(value, names[of]) : null),
    decode: (cell, context) => {
      const text = readText(cell, context)
      return text === undefined ? undefined : untagged(text, context.names[of])
    },
  })

const isId = (value: Json): value is string => typeof value === 'string' && isCellText(value) && isTaggable(value)

/** Several of them, one a line. */
export const namesField = (column: string, path: Path, of: Vocabulary): Field =>
  single(column, path, {
    encode: (value, { names }) =>
      isList(value) && value.length > 0 && value.every(isId)
        ? value.map((id) => tagged(id, names[of])).join('\n')
        : null,
    decode: (cell, context) => {
      const text = readText(cell, context)
      return text
        ?.split(/(?<=〕)\s*[、，,；;\n]|\n/)
        .filter((one) => one.trim() !== '')
        .map((one) => untagged(one, context.names[of]))
    },
  })

export const conditionField = (column: string, path: Path): Field =>
  single(column, path, {
    encode: (value, context) =>
      typeof value === 'string' ? formulaText(value, context) : conditionText(value, context),
    decode: (cell, context) => {
      const text = readText(cell, context)
      if (text === undefined) return undefined
      const formula = formulaIn(text)
      if (formula !== null) return formula
      const condition = readCondition(text, context.names)
      if (condition === null) context.report(fault('WORKBOOK_CONDITION', { text }, cell.at))
      return condition ?? undefined
    },
  })

/** A list of exactly two numbers. */
export const pairField = (columns: readonly [string, string], path: Path): Field => ({
  path,
  columns,
  encode: (value) => (isList(value) && value.length === 2 && value.every(isCellNumber) ? value : null),
  decode: (cells, context) => {
    const values = cells.flatMap((cell) => readNumber(cell, context) ?? [])
    return values.length === 0 ? undefined : values
  },
})

/** A list of [value, score] points, a pair of columns for each. */
export function pointsField(path: Path, most: number): Field {
  const columns = Array.from({ length: most }, (_, index) => [`point.${index + 1}`, `pointScore.${index + 1}`]).flat()
  return {
    path,
    columns,
    encode: (value) => {
      if (!isList(value) || value.length === 0 || value.length > most) return null
      const points = value.map((point) =>
        isList(point) && point.length === 2 && point.every(isCellNumber) ? point : null,
      )
      return points.includes(null) ? null : points.flatMap((point) => point ?? [])
    },
    decode: (cells, context) => {
      const points = columns.flatMap((_, index) => {
        if (index % 2 === 1) return []
        const pair = [cells[index] ?? EMPTY, cells[index + 1] ?? EMPTY] as const
        const [value, score] = [readNumber(pair[0], context), readNumber(pair[1], context)]
        if (value === undefined && score === undefined) return []
        if (value !== undefined && score !== undefined) return [[value, score]]
        const at = value === undefined ? pair[0].at : pair[1].at
        context.report(fault('WORKBOOK_POINT_HALF', {}, at))
        return []
      })
      return points.length === 0 ? undefined : points
    },
  }
}

/** What is left of a map, as lines `key = value`. */
export const settingsField = (column: string, path: Path): Field =>
  single(column, path, {
    encode: (value) => (isObject(value) && Object.keys(value).length > 0 ? settingsText(value) : null),
    decode: (cell, context) => {
      const text = readText(cell, context)
      if (text === undefined) return undefined
      const settings = readSettings(text)
      if (settings === null) context.report(fault('WORKBOOK_SETTINGS', {}, cell.at))
      return settings ?? undefined
    },
  })
