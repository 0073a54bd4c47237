/**
 * Programs that mean harm, or do it by mistake. Each must end with a named fault within its deadline, leave the thread
 * able to work (or replaced), and reach nothing of the host.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { createSandbox, type Outcome } from '../src/index.ts'

const sandbox = createSandbox()
afterAll(() => sandbox.stop())

/** The body of a program's `value`. */
const valueOf = (body: string): string => `export default { value(input) { ${body} } }`

async function outcomeOf(source: string): Promise<Outcome | null> {
  const [outcome] = await sandbox.run({ file: 'hostile.js', source }, [{ a: 1 }])
  return outcome ?? null
}

/** Attack, source, the codes it may end with. */
const CONTAINED: readonly (readonly [string, string, readonly string[]])[] = [
  ['an endless loop', valueOf('while (true);'), ['CODE_TIMEOUT']],
  ['an endless loop while loading', 'while (true); export default { value: () => 1 }', ['CODE_TIMEOUT']],
  ['a loop that catches its own interruption', valueOf('for (;;) try { for (;;); } catch {}'), ['CODE_TIMEOUT']],
  ['a loop in a finally', valueOf('try { for (;;); } finally { for (;;); }'), ['CODE_TIMEOUT']],
  [
    'a generator without end',
    valueOf('for (const x of (function* () { for (;;) yield 1 })()); return 1'),
    ['CODE_TIMEOUT'],
  ],
  [
    'a catastrophic regular expression',
    valueOf(`return /^(a+)+$/.test('${'a'.repeat(40)}b') ? 1 : 0`),
    ['CODE_TIMEOUT'],
  ],
  ['a string that doubles', valueOf("let s = 'x'; for (;;) s += s"), ['CODE_MEMORY', 'CODE_THREW']],
  ['a string of a billion', valueOf("return 'x'.repeat(1e9).length"), ['CODE_MEMORY', 'CODE_THREW']],
  [
    'objects without end',
    valueOf('const a = []; for (;;) a.push({ x: 1, y: [1, 2, 3] })'),
    ['CODE_MEMORY', 'CODE_TIMEOUT'],
  ],
  [
    'a map without end',
    valueOf("const m = new Map(); for (let i = 0; ; i++) m.set(i, 'k' + i)"),
    ['CODE_MEMORY', 'CODE_TIMEOUT'],
  ],
  ['a typed array of a gigabyte', valueOf('return new Float64Array(125e6).length'), ['CODE_MEMORY', 'CODE_THREW']],
  [
    'a growing array buffer',
    valueOf('const keep = []; for (;;) keep.push(new ArrayBuffer(1e6))'),
    ['CODE_MEMORY', 'CODE_THREW'],
  ],
  [
    'a big integer that squares itself',
    valueOf('let x = 3n; for (;;) x = x * x'),
    ['CODE_THREW', 'CODE_MEMORY', 'CODE_TIMEOUT'],
  ],
  ['joining an array of a billion', valueOf("return (new Array(1e9) + '').length"), ['CODE_TIMEOUT', 'CODE_MEMORY']],
  [
    'sorting what says it has a billion',
    valueOf('Array.prototype.sort.call({ length: 1e9 }); return 1'),
    ['CODE_TIMEOUT'],
  ],
  ['recursion without end', valueOf('const f = (n) => f(n + 1) + 1; return f(0)'), ['CODE_STACK']],
  ['mutual recursion through a getter', valueOf('const o = { get a() { return this.a } }; return o.a'), ['CODE_STACK']],
  [
    'JSON a million deep',
    valueOf("return JSON.parse('['.repeat(1e6)).length"),
    ['CODE_STACK', 'CODE_CRASHED', 'CODE_THREW', 'CODE_MEMORY'],
  ],
  [
    'nested arrays a million deep made text',
    valueOf('let d = []; for (let i = 0; i < 1e6; i++) d = [d]; return JSON.stringify(d).length'),
    ['CODE_STACK', 'CODE_CRASHED', 'CODE_MEMORY', 'CODE_THREW', 'CODE_TIMEOUT'],
  ],
  [
    'a toString that never returns',
    valueOf('throw { toString() { for (;;); }, get message() { for (;;); } }'),
    ['CODE_THREW', 'CODE_TIMEOUT', 'CODE_MEMORY'],
  ],
  ['an error of megabytes', valueOf("throw new Error('x'.repeat(5e6))"), ['CODE_THREW', 'CODE_MEMORY']],
  ['a promise that never settles', valueOf('return new Promise(() => {})'), ['CODE_RESULT']],
  [
    'an endless chain of promises',
    valueOf('const go = () => Promise.resolve().then(go); go(); return new Promise(() => {})'),
    ['CODE_RESULT'],
  ],
  [
    'awaiting at the top',
    'await new Promise(() => {}); export default { value: () => 1 }',
    ['CODE_RESULT', 'CODE_NO_VALUE', 'CODE_THREW'],
  ],
  [
    'a file',
    "import fs from 'node:fs'\nexport default { value: () => fs.readFileSync('/etc/passwd').length }",
    ['CODE_IMPORT'],
  ],
  ['a file by a later import', valueOf("return import('node:fs')"), ['CODE_RESULT']],
  ['a relative module', "import x from '../../package.json'\nexport default { value: () => 1 }", ['CODE_IMPORT']],
  ['a thenable', valueOf('return { then(done) { done(1) } }'), ['CODE_RESULT']],
  ['no program at all', '', ['CODE_NO_VALUE']],
  ['a value that is no function', 'export default { value: 1 }', ['CODE_NO_VALUE']],
]

describe('a program that means harm is contained', () => {
  it.each(CONTAINED)('%s', async (_name, source, codes) => {
    const outcome = await outcomeOf(source)
    expect(outcome).toMatchObject({ kind: 'fault' })
    expect(codes).toContain(outcome && 'code' in outcome ? outcome.code : null)
    // The next job is served as if nothing had happened.
    expect(await outcomeOf(valueOf('return input.a + 1'))).toEqual({ kind: 'value', value: 2 })
  })
})

describe('nothing of the host, the clock or chance is there', () => {
  const ABSENT = [
    'process',
    'require',
    'module',
    'Buffer',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebAssembly',
    'Worker',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'performance',
    'Date',
    'Proxy',
    'SharedArrayBuffer',
    'Atomics',
    'WeakRef',
    'FinalizationRegistry',
    'console',
    'navigator',
    'Deno',
    'Bun',
    'std',
    'os',
    'print',
    'scriptArgs',
    'Intl',
    'crypto',
  ]

  it.each(ABSENT)('%s', async (name) => {
    expect(await outcomeOf(valueOf(`return typeof globalThis[${JSON.stringify(name)}] === 'undefined'`))).toEqual({
      kind: 'value',
      value: 1,
    })
  })

  it('Math.random', async () => {
    expect(await outcomeOf(valueOf("return typeof Math.random === 'undefined'"))).toEqual({ kind: 'value', value: 1 })
  })

  it.each([
    "return (function () { return this })() === undefined || typeof (function () { return this })().process === 'undefined'",
    "return typeof ''.constructor.constructor('return globalThis')().process === 'undefined'",
    "return typeof input.constructor.constructor('return this')().process === 'undefined'",
    "try { null.x } catch (error) { return typeof error.constructor.constructor('return globalThis')().process === 'undefined' }",
    "return typeof eval('globalThis').process === 'undefined'",
    "return typeof [].map.constructor('return globalThis')().require === 'undefined'",
    'Object.prototype.polluted = 1; return 1',
  ])('by the way of a constructor: %s', async (body) => {
    expect(await outcomeOf(valueOf(body))).toEqual({ kind: 'value', value: 1 })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('one unit cannot reach another', () => {
  it('through a variable of the module, the global object or a prototype', async () => {
    const source = `let seen = 0
      export default { value() { seen++; globalThis.n = (globalThis.n ?? 0) + 1; Array.prototype.n = (Array.prototype.n ?? 0) + 1
        return seen + globalThis.n + [].n } }`
    const outcomes = await sandbox.run({ file: 'state.js', source }, [{}, {}, {}])
    expect(outcomes).toEqual([3, 3, 3].map((value) => ({ kind: 'value', value })))
  })

  it('by replacing the functions that read its inputs', async () => {
    const source = `JSON.parse = () => ({ a: 99 }); export default { value: (input) => input.a }`
    const outcomes = await sandbox.run({ file: 'parse.js', source }, [{ a: 1 }, { a: 2 }])
    // It fools nobody but itself, and every unit alike.
    expect(outcomes).toEqual([99, 99].map((value) => ({ kind: 'value', value })))
  })

  it('stops at the first unit that the engine does not survive, and keeps what was answered', async () => {
    const source = valueOf('if (input.a === 2) for (;;); return input.a')
    const outcomes = await sandbox.run({ file: 'loop.js', source }, [{ a: 1 }, { a: 2 }, { a: 3 }])
    expect(outcomes[0]).toEqual({ kind: 'value', value: 1 })
    expect(outcomes[1]).toMatchObject({ code: 'CODE_TIMEOUT' })
    expect(outcomes[2]).toBeNull()
  })
})
