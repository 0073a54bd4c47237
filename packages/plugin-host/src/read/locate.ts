import type { FaultPlace } from '@plumbline/kernel'
import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type LineCounter, type Pair } from 'yaml'
import type { Path } from './path.ts'

/**
 * From a path in the data to its place in the file: line, column, a path that reads by ids, and the id of the element
 * that encloses it. What is not in the file (a missing key) is placed at the nearest thing above it that is.
 */
export type Locate = (path: Path, aim?: 'key' | 'value') => FaultPlace

export function createLocator(file: string, document: Document, lines: LineCounter): Locate {
  return (path, aim = 'value') => {
    const trail = follow(document, path)
    const offset = trail.offset(aim)
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
  return { names, id, offset: (aim) => (aim === 'key' ? keyAt : valueAt) }
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
