import { fault, type Fault, type FaultParam } from '@plumbline/kernel'
import type { Locate, Path } from './locate.ts'

/** Something wrong at a path of a manifest, before it is put at a line of the file. */
export interface Problem {
  readonly code: string
  readonly params: Readonly<Record<string, FaultParam>>
  readonly path: Path
  /** `key` where the name of the entry is what is wrong. */
  readonly aim?: 'key'
}

export const problem = (path: Path, code: string, params: Problem['params'] = {}): Problem => ({ path, code, params })

export const problemFault = ({ code, params, path, aim }: Problem, locate: Locate): Fault =>
  fault(code, params, locate(path, aim))

/**
 * Whether a problem may come from a stand-in rather than from the author: it lies on, under or right above a place that
 * the schema has already refused.
 */
export function isEcho(path: Path, refused: readonly Path[]): boolean {
  return refused.some((bad) => {
    if (startsWith(path, bad)) return true
    if (!startsWith(bad, path)) return false
    const below = bad.slice(path.length)
    if (path.at(-1) === 'children') return below.length === 1 || (below.length === 2 && below[1] !== 'children')
    return !below.includes('children')
  })
}

const startsWith = (path: Path, head: Path): boolean => head.every((step, index) => step === path[index])
