/**
 * Programs that mean harm, or do it by mistake: for the tests, and for the figures in the docs.
 */

/** The body of a program's `value`. */
export const valueOf = (body: string): string => `export default { value(input) { ${body} } }`

export interface Attack {
  readonly name: string
  readonly source: string
  /** Faults that it may end with: which of two limits it meets first depends on the machine. */
  readonly codes: readonly string[]
}

const LIST: readonly (readonly [string, string, readonly string[]])[] = [
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

export const ATTACKS: readonly Attack[] = LIST.map(([name, source, codes]) => ({ name, source, codes }))
