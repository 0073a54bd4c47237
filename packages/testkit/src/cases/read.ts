import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fault, FaultError, type Fault, type FaultPlace } from '@plumbline/kernel'
import { LineCounter, parseDocument, type Document } from 'yaml'
import type { PreparedRows } from './prepare.ts'
import { casesFile, type GoldenCase } from './schema.ts'

/** How far a recomputed score may be from the one in a case, where nothing is said: cases are written with four digits. */
const DEFAULT_TOLERANCE = 1e-4

/** Golden cases of a plugin with their places in the file. */
export interface CaseFile {
  readonly cases: readonly GoldenCase[]
  readonly tolerance: number
  /** As written, to travel with a packed version; absent where there is no file. */
  readonly text?: string
  /** The cases as rows with what programs work out, for a standard that has any; see `prepareCases`. */
  readonly prepared?: PreparedRows
  /** Place of something in a case, by the case's index and the path below it. */
  readonly placeOf: (index: number, path?: readonly (string | number)[]) => FaultPlace
}

/**
 * Reads `cases.yaml` beside a manifest.
 *
 * @param name - What faults call the folder.
 * @returns The cases; none where the plugin has no file of them.
 * @throws FaultError CASES_NOT_YAML, CASES_INVALID - every fault with its line.
 * @example const { cases } = await readCases('plugins/example', 'plugins/example')
 */
export async function readCases(directory: string, name: string): Promise<CaseFile> {
  const file = `${name}/cases.yaml`
  const text = await readFile(path.join(directory, 'cases.yaml'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return casesOf(text, file)
}

/**
 * The same from a text that may be absent, such as that of a packed version.
 *
 * @throws FaultError CASES_NOT_YAML, CASES_INVALID - every fault with its line.
 */
export const casesOf = (text: string | null | undefined, file: string): CaseFile =>
  typeof text === 'string'
    ? parseCases(text, file)
    : { cases: [], tolerance: DEFAULT_TOLERANCE, placeOf: () => ({ file }) }

/**
 * The same from the text of the file.
 *
 * @throws FaultError CASES_NOT_YAML, CASES_INVALID - every fault with its line.
 */
export function parseCases(text: string, file: string): CaseFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const place = locator(document, lines, file)
  const syntax = document.errors.map(({ message, linePos }): Fault => {
    const [detail = ''] = message.split('\n')
    return fault('CASES_NOT_YAML', { detail }, { file, line: linePos?.[0].line ?? 1, column: linePos?.[0].col ?? 1 })
  })
  if (syntax.length > 0) throw new FaultError(syntax)
  const parsed = casesFile.safeParse(document.toJS())
  if (!parsed.success) {
    throw new FaultError(
      parsed.error.issues.map((issue) =>
        fault(
          'CASES_INVALID',
          { detail: issue.message },
          { ...place(issue.path.filter((step) => typeof step !== 'symbol')), path: issue.path.join('/') },
        ),
      ),
    )
  }
  const { tolerance = DEFAULT_TOLERANCE, asOf } = parsed.data
  const cases = parsed.data.cases.map((one) => (one.asOf === undefined && asOf !== undefined ? { ...one, asOf } : one))
  return { cases, tolerance, text, placeOf: (index, below = []) => place(['cases', index, ...below]) }
}

/** The nearest place in the file that a path leads to. */
function locator(document: Document, lines: LineCounter, file: string) {
  return (steps: readonly (string | number)[]): FaultPlace => {
    for (let length = steps.length; length >= 0; length--) {
      const node = document.getIn(steps.slice(0, length), true)
      if (!hasRange(node)) continue
      const { line, col } = lines.linePos(node.range[0])
      return { file, line, column: col }
    }
    return { file, line: 1, column: 1 }
  }
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
