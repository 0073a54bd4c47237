import { fault, FaultError } from '@plumbline/kernel'
import { LIMITS } from './limits.ts'
import type { Program } from './program.ts'

/**
 * A program without its types, every line and column where it was. The library, and not Node's own copy of it, so that
 * another Node gives the same program.
 *
 * @throws FaultError CODE_TOO_LONG; CODE_SYNTAX - not TypeScript that can be read by leaving types out (no enums, no
 * namespaces, no parameter properties).
 * @example await stripTypes({ file: 'a.ts', source: 'const a: number = 1' }) // 'const a         = 1'
 */
export async function stripTypes({ file, source }: Program): Promise<string> {
  if (source.length > LIMITS.sourceLength)
    throw new FaultError([fault('CODE_TOO_LONG', { length: source.length, most: LIMITS.sourceLength }, { file })])
  const { default: amaro } = await import('amaro')
  try {
    return amaro.transformSync(source, { mode: 'strip-only' }).code
  } catch (error) {
    const { message, line, column } = syntaxOf(error)
    throw new FaultError([fault('CODE_SYNTAX', { detail: message }, { file, line, column })])
  }
}

interface Syntax {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** The library's errors are objects with a place, its columns counted from 0. */
function syntaxOf(error: unknown): Syntax {
  const field = (key: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined
  return {
    message: String(field('message') ?? error),
    line: Number(field('startLine') ?? 1),
    column: Number(field('startColumn') ?? 0) + 1,
  }
}
