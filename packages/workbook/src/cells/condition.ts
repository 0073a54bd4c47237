/** Conditions of gates as a line of text: `全部满足（事项 证据完整率〔evidence〕 < 90；得分 共性〔core〕 < 40）`. */
import { isList, isObject, type Json } from '../json.ts'
import type { EncodeContext } from './context.ts'
import { isTaggable, untagged, type NameBook } from './names.ts'
import { booleanOf, keyOf } from './read.ts'
import { isCellNumber, isCellText } from './text.ts'

const SUBJECTS = ['fact', 'leaf', 'node'] as const
const GROUPS = ['all', 'any'] as const
const OPERATORS = new Set(['<', '<=', '>', '>=', '==', '!='])
const SIGNS: Readonly<Record<string, string>> = {
  '＜': '<',
  '＞': '>',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '=': '==',
  '＝': '==',
}

/** @returns null where the condition is none of the known shapes. */
export function conditionText(condition: Json, context: Pick<EncodeContext, 'texts' | 'names'>): string | null {
  const text = shown(condition, context)
  return text !== null && isCellText(text) ? text : null
}

function shown(condition: Json, context: Pick<EncodeContext, 'texts' | 'names'>): string | null {
  if (!isObject(condition)) return null
  const { words } = context.texts
  const keys = Object.keys(condition)
  if (keys.length === 1) {
    if (condition['not'] !== undefined) {
      const part = shown(condition['not'], context)
      return part === null ? null : `${words.not}（${part}）`
    }
    const group = GROUPS.find((one) => keys[0] === one)
    const list = group === undefined ? undefined : condition[group]
    if (group === undefined || !isList(list) || list.length === 0) return null
    const parts = list.map((one) => shown(one, context))
    return parts.includes(null) ? null : `${words[group]}（${parts.join('；')}）`
  }
  return keys.length === 3 ? comparisonText(condition, context) : null
}

function comparisonText(
  condition: { readonly [key: string]: Json },
  { texts, names }: Pick<EncodeContext, 'texts' | 'names'>,
): string | null {
  const subject = SUBJECTS.find((one) => typeof condition[one] === 'string')
  const id = subject === undefined ? undefined : condition[subject]
  const { op, value = null } = condition
  if (subject === undefined || typeof id !== 'string' || !isTaggable(id) || typeof op !== 'string') return null
  if (!OPERATORS.has(op)) return null
  const right =
    typeof value === 'boolean' ? (value ? texts.words.yes : texts.words.no) : isCellNumber(value) ? value : null
  const name = names[subject === 'fact' ? 'facts' : 'nodes'].nameOf(id) ?? ''
  return right === null ? null : `${texts.words[subject]} ${isTaggable(name) ? name : ''}〔${id}〕 ${op} ${right}`
}

/** A formula in place of a condition: `公式：级别 = "三级"`. */
export function formulaText(formula: string, { texts }: Pick<EncodeContext, 'texts'>): string | null {
  const text = `${texts.words.formula}：${formula}`
  return isCellText(formula) && isCellText(text) ? text : null
}

/** null where the text is no formula. */
export function formulaIn(text: string): string | null {
  const found = /^([^：:]+)[：:]\s*(.+)$/s.exec(text)
  return found && keyOf('words', found[1] ?? '') === 'formula' ? (found[2] ?? null) : null
}

/** Reads a condition in either language; null where it cannot be read. */
export function readCondition(text: string, names: NameBook): Json | null {
  const reader = { text, at: 0, names }
  const condition = read(reader)
  return condition !== null && skip(reader, /\s*/y) !== null && reader.at === text.length ? condition : null
}

interface Reader {
  readonly text: string
  at: number
  readonly names: NameBook
}

/** Takes what a sticky pattern finds here. */
function skip(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)
  if (found) reader.at = pattern.lastIndex
  return found
}

function read(reader: Reader): Json | null {
  const opened = skip(reader, /\s*([^（(〔〕；;<>=!＜＞≤≥≠＝]+?)\s*[（(]/y)
  const group = keyOf('words', opened?.[1] ?? '')
  if (opened && (group === 'all' || group === 'any' || group === 'not')) {
    const parts: Json[] = []
    do {
      const part = read(reader)
      if (part === null) return null
      parts.push(part)
    } while (skip(reader, /\s*[；;]/y))
    if (!skip(reader, /\s*[）)]/y)) return null
    if (group !== 'not') return { [group]: parts }
    return parts.length === 1 ? { not: parts[0] ?? null } : null
  }
  if (opened) reader.at -= opened[0].length
  return comparison(reader)
}

const COMPARISON =
  /\s*(\S+)\s*([^〔〕]*?)(〔[^〔〕]*〕)?\s*(<=|>=|==|!=|[<>＜＞≤≥≠＝=])\s*(-?\d[\d.]*(?:[eE][-+]?\d+)?|[^\s；;（）()〔〕]+)/y

function comparison(reader: Reader): Json | null {
  const found = skip(reader, COMPARISON)
  if (!found) return null
  const [, subject = '', name = '', tag = '', sign = '', right = ''] = found
  const key = keyOf('words', subject)
  const id = untagged(tag === '' ? name : tag, reader.names[key === 'fact' ? 'facts' : 'nodes'])
  const value = booleanOf(Number.isNaN(Number(right)) ? right : '') ?? Number(right)
  if ((key !== 'fact' && key !== 'leaf' && key !== 'node') || id === '' || Number.isNaN(value)) return null
  return { [key]: id, op: SIGNS[sign] ?? sign, value }
}
