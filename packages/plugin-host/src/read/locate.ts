import type { FaultPlace } from '@plumbline/kernel'
import { isAlias, isMap, isNode, isScalar, isSeq, Scalar, type Document, type LineCounter, type Pair } from 'yaml'
import type { Path } from './path.ts'

/**
 * From a path in the data to its place in the file: line, column, a path that reads by ids, and the id of the element
 * that encloses it. What is not in the file (a missing key) is placed at the nearest thing above it that is.
 */
export type Locate = (path: Path, aim?: Aim) => FaultPlace

/** The key, the value, or a character of the value's text. */
export type Aim = 'key' | 'value' | { readonly character: number }

export interface Source {
  readonly file: string
  readonly text: string
  readonly lines: LineCounter
}

export function createLocator(document: Document, { file, text, lines }: Source): Locate {
  const inText = (node: unknown, character: number): number | undefined => characterOffset(node, text, character)
  return (path, aim = 'value') => {
    const trail = follow(document, path)
    const offset = typeof aim === 'object' ? inText(trail.value, aim.character) : trail.offset(aim)
    const { line, col } = offset === undefined ? { line: 1, col: 1 } : lines.linePos(offset)
    return {
      file,
      line,
      column: col,
      path: trail.names.join('/'),
      ...(trail.id === undefined ? {} : { id: trail.id }),
    }
  }
}

interface Trail {
  readonly names: readonly string[]
  readonly id: string | undefined
  readonly offset: (aim: 'key' | 'value') => number | undefined
  /** Where the path ends in the file. */
  readonly value: unknown
}

/** Walks down as far as the file goes. */
function follow(document: Document, path: Path): Trail {
  let here: unknown = document.contents
  let valueAt = start(here)
  let keyAt = valueAt
  let id: string | undefined
  let missing = false
  const names: string[] = []
  for (const step of path) {
    const source = isAlias(here) ? here.resolve(document) : here
    const pair: Pair | undefined = isMap(source)
      ? source.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      : undefined
    const next = isSeq(source) && typeof step === 'number' ? source.items[step] : pair?.value
    missing ||= next === undefined && pair === undefined
    if (!missing) {
      here = next
      keyAt = start(pair?.key) ?? start(next) ?? keyAt
      valueAt = start(next) ?? keyAt
      id = idOf(next) ?? id
    }
    name(names, step, missing ? undefined : next)
  }
  return { names, id, value: here, offset: (aim) => (aim === 'key' ? keyAt : valueAt) }
}

/** Elements of a list are named by their id; `children` says nothing that the next name does not. */
function name(names: string[], step: string | number, node: unknown): void {
  const id = typeof step === 'number' ? idOf(node) : undefined
  if (id === undefined) names.push(String(step))
  else if (names.at(-1) === 'children') names.splice(-1, 1, id)
  else names.push(id)
}

function idOf(node: unknown): string | undefined {
  if (!isMap(node)) return undefined
  const id = node.get('id')
  return typeof id === 'string' ? id : undefined
}

const start = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)

/**
 * Offset in the file of a character of a scalar's text. Line breaks and indentation are not the text's own, so characters
 * other than space are counted.
 */
function characterOffset(node: unknown, text: string, character: number): number | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return start(node)
  const [from, to] = node.range
  let at = from + headLength(text.slice(from, to), node.type)
  for (const char of node.value.slice(0, character).replace(/\s/g, '')) {
    while (at < to && text[at] !== char) at++
    at += char.length
  }
  while (at < to && /\s/.test(text.charAt(at))) at++
  return at
}

/** What stands before a scalar's text: a quote, or the first line of a block. */
function headLength(written: string, type: Scalar.Type | undefined): number {
  if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) return 1
  return type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL ? written.indexOf('\n') + 1 : 0
}
