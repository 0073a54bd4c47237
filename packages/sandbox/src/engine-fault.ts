import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'
import { LIMITS } from './limits.ts'
import type { ProgramFault } from './messages.ts'

type Params = Readonly<Record<string, string | number>>

/** A fault that leaves the engine whole. */
export const programFault = (code: string, params: Params = {}): ProgramFault => ({
  kind: 'fault',
  code,
  params,
  line: null,
  column: null,
  fatal: false,
})

/** The engine itself failed: what comes after could not be trusted. */
export const crashed = (error: unknown): ProgramFault => ({
  ...programFault('CODE_CRASHED', { detail: shortened(error instanceof Error ? error.message : String(error)) }),
  fatal: true,
})

/** What a program threw, or what the engine threw because of it. Takes the handle. */
export function thrown(context: QuickJSContext, error: QuickJSHandle): ProgramFault {
  const { name, message, stack } = read(context.dump(error))
  error.dispose()
  // Without memory there is none for the error either, and nothing at all comes out.
  if (message === 'out of memory' || message === '')
    return { ...programFault('CODE_MEMORY', { most: (LIMITS.memoryPages * 64) / 1024 }), fatal: true }
  if (message === 'interrupted') return { ...programFault('CODE_TIMEOUT', { ms: LIMITS.interruptMs }), fatal: true }
  if (message === 'CODE_NO_VALUE') return programFault('CODE_NO_VALUE')
  const [, imported] = /^CODE_IMPORT (.*)$/s.exec(message) ?? []
  if (imported !== undefined) return programFault('CODE_IMPORT', { module: shortened(imported) })
  const [, line, column] = /program:(\d+):(\d+)/.exec(stack) ?? []
  const place = { line: line === undefined ? null : Number(line), column: column === undefined ? null : Number(column) }
  if (name === 'SyntaxError') return { ...programFault('CODE_SYNTAX', { detail: shortened(message) }), ...place }
  if (message === 'Maximum call stack size exceeded') return { ...programFault('CODE_STACK'), ...place }
  return {
    ...programFault('CODE_THREW', { error: shortened(name === '' ? message : `${name}: ${message}`) }),
    ...place,
  }
}

interface Thrown {
  readonly name: string
  readonly message: string
  readonly stack: string
}

function read(dumped: unknown): Thrown {
  if (typeof dumped === 'string') return { name: '', message: dumped, stack: '' }
  if (typeof dumped !== 'object' || dumped === null)
    return { name: '', message: dumped === undefined || dumped === null ? '' : JSON.stringify(dumped), stack: '' }
  const text = (key: string): string => {
    const value: unknown = Reflect.get(dumped, key)
    return typeof value === 'string' ? value : ''
  }
  return { name: text('name'), message: text('message') || JSON.stringify(dumped), stack: text('stack') }
}

/** A program may throw megabytes; a person reads a line. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
