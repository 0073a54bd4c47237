import variants from '@jitl/quickjs-ng-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'
import { crashed, programFault, thrown } from './engine-fault.ts'
import { LIMITS } from './limits.ts'
import type { Outcome } from './messages.ts'
import { API_MODULE, GRID_STEPS, type ProgramInput } from './program.ts'

/** The package's types say CommonJS, what Node loads is its ES module. */
const variant = variants as unknown as QuickJSSyncVariant

/** Left out: the clock, and what lets a program see that objects are collected or that time passes. */
const INTRINSICS = {
  BaseObjects: true,
  Date: false,
  Eval: true,
  StringNormalize: true,
  RegExp: true,
  JSON: true,
  Proxy: false,
  MapSet: true,
  TypedArrays: true,
  Promise: true,
}

const HARDEN = `delete Math.random
for (const name of ['SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'performance', 'queueMicrotask'])
  delete globalThis[name]`

const PROGRAM = 'program'
const DRIVER = `import * as program from '${PROGRAM}'
export const run = (json) => {
  if (typeof program.default?.value !== 'function') throw new Error('CODE_NO_VALUE')
  const value = program.default.value(JSON.parse(json))
  return typeof value === 'number' || typeof value === 'boolean' ? value : value === null ? 'null' : 'a ' + typeof value
}`

/** An engine with memory of its own, for one job. */
export async function openEngine(): Promise<QuickJSWASMModule> {
  const wasmMemory = new WebAssembly.Memory({ initial: 256, maximum: LIMITS.memoryPages })
  return newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory }))
}

/**
 * Runs a program for one unit in a context of its own, so that nothing one unit's run leaves behind can reach another's:
 * the result is a function of the inputs alone.
 */
export function evaluate(engine: QuickJSWASMModule, source: string, input: ProgramInput): Outcome {
  try {
    const runtime = engine.newRuntime()
    runtime.setMaxStackSize(LIMITS.stackBytes)
    const stopAt = processorMs() + LIMITS.interruptMs
    runtime.setInterruptHandler(() => processorMs() > stopAt)
    runtime.setModuleLoader(
      (name) =>
        name === PROGRAM
          ? source
          : name === API_MODULE
            ? 'export const defineIndicator = (indicator) => indicator'
            : { error: new Error(`CODE_IMPORT ${name}`) },
      (_base, name) => name,
    )
    const context = runtime.newContext({ intrinsics: INTRINSICS })
    const outcome = runIn(context, JSON.stringify(input))
    // After a fatal fault the engine may be broken; it is thrown away whole.
    if (outcome.kind === 'value' || !outcome.fatal) {
      context.dispose()
      runtime.dispose()
    }
    return outcome
  } catch (error) {
    return crashed(error)
  }
}

function runIn(context: QuickJSContext, json: string): Outcome {
  if (json.length > LIMITS.inputLength)
    return programFault('CODE_INPUT_TOO_LONG', { length: json.length, most: LIMITS.inputLength })
  context.unwrapResult(context.evalCode(HARDEN)).dispose()
  const loaded = context.evalCode(DRIVER, 'driver', { type: 'module' })
  if (loaded.error) return thrown(context, loaded.error)
  const run = context.getProp(loaded.value, 'run')
  loaded.value.dispose()
  if (context.typeof(run) !== 'function') return programFault('CODE_RESULT', { type: 'Promise' })
  const argument = context.newString(json)
  const called = context.callFunction(run, context.undefined, argument)
  argument.dispose()
  run.dispose()
  if (called.error) return thrown(context, called.error)
  const outcome = valueOf(context, called.value)
  called.value.dispose()
  return outcome
}

/** A finite number, rounded to the grid; true and false are 1 and 0; null is no value. Nothing else is taken. */
function valueOf(context: QuickJSContext, handle: QuickJSHandle): Outcome {
  const type = context.typeof(handle)
  if (type === 'boolean') return { kind: 'value', value: context.dump(handle) === true ? 1 : 0 }
  if (type === 'string') {
    const said = context.getString(handle)
    return said === 'null' ? { kind: 'value', value: null } : programFault('CODE_RESULT', { type: said.slice(2) })
  }
  const value = context.getNumber(handle)
  if (!Number.isFinite(value)) return programFault('CODE_RESULT', { type: String(value) })
  return { kind: 'value', value: onGrid(value) }
}

/** Beyond the largest whole number of grid steps that a double holds, there is nothing left to round. */
const onGrid = (value: number): number =>
  Math.abs(value) * GRID_STEPS < Number.MAX_SAFE_INTEGER ? Math.round(value * GRID_STEPS) / GRID_STEPS + 0 : value

/** Time that this thread has had, so that a busy machine does not cut a program short. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
