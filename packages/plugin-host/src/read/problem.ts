import { fault, type Fault, type FaultParam } from '@plumbline/kernel'
import type { Aim, Locate } from './locate.ts'
import type { Path } from './path.ts'

/** Something wrong at a path of a manifest, before it is put at a line of the file. */
export interface Problem {
  readonly code: string
  readonly params: Readonly<Record<string, FaultParam>>
  readonly path: Path
  /** Where the name of the entry, or one character of its text, is what is wrong. */
  readonly aim?: Aim
}

export const problem = (path: Path, code: string, params: Problem['params'] = {}): Problem => ({ path, code, params })

export const problemFault = ({ code, params, path, aim }: Problem, locate: Locate): Fault =>
  fault(code, params, locate(path, aim))

/**
 * Whether a problem may come from a stand-in rather than from the author: it lies on, under or right above a place that
 * the schema has already refused, or weighs such a place against another.
 */
export function isEcho(path: Path, refused: readonly Path[]): boolean {
  return refused.some((bad) => startsWith(path, bad) || isRightAbove(path, bad) || isWeighedWith(path, bad))
}

function isRightAbove(path: Path, bad: Path): boolean {
  if (!startsWith(bad, path)) return false
  const below = bad.slice(path.length)
  if (path.at(-1) === 'children')
    return below.length === 1 || (below.length === 2 && (below[1] === 'weight' || below[1] === 'id'))
  return !below.includes('children')
}

/** Fields of one indicator that are checked against each other. */
const TOGETHER = new Set<string | number | undefined>(['type', 'direction', 'normalise', 'ladder'])

function isWeighedWith(path: Path, bad: Path): boolean {
  const one = indicatorOf(path)
  return one !== null && one === indicatorOf(bad)
}

/** The node whose field of that kind the path leads to. */
function indicatorOf(path: Path): string | null {
  const end = path.findLastIndex((step, index) => TOGETHER.has(step) && path[index - 2] === 'children')
  return end < 0 ? null : path.slice(0, end).join('/')
}

const startsWith = (path: Path, head: Path): boolean => head.every((step, index) => step === path[index])
