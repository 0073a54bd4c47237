/** A method page, read from its Markdown: headings, the functions it is about, and the sums it shows. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import type { Language } from './page.ts'

const METHODS = join(import.meta.dirname, '../methods')

export const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['做什么', '公式', '何时使用', '何时不用', '算例', '来源'],
  en: ['What it does', 'Formula', 'When to use it', 'When not', 'Worked example', 'Source'],
}

export interface MethodPage {
  /** `group/method`, the same in both languages. */
  readonly name: string
  readonly title: string
  readonly headings: readonly string[]
  /** The `ts` blocks, in order. */
  readonly examples: readonly string[]
  /** Names that the examples import, with the package they come from. */
  readonly imports: readonly Imported[]
  readonly text: string
}

export interface Imported {
  readonly name: string
  readonly from: string
}

/** Every page of one language, by name. */
export function methodPages(language: Language): readonly MethodPage[] {
  return globSync('*/*.md', { cwd: join(METHODS, language) })
    .sort()
    .map((file) => read(file.slice(0, -'.md'.length), readFileSync(join(METHODS, language, file), 'utf8')))
}

/** The table of contents of one language. */
export const contents = (language: Language): string => readFileSync(join(METHODS, language, 'README.md'), 'utf8')

const IMPORT = /^import \{ ([\w, ]+) \} from '(@plumbline\/[\w-]+)'$/gm

function read(name: string, text: string): MethodPage {
  const examples = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
  return {
    name,
    title: /^# (.+)$/m.exec(text)?.[1] ?? '',
    headings: [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading),
    examples,
    imports: examples.flatMap((code) =>
      [...code.matchAll(IMPORT)].flatMap(([, names = '', from = '']) =>
        names.split(', ').map((imported) => ({ name: imported, from })),
      ),
    ),
    text,
  }
}

export interface Sum {
  readonly code: string
  readonly said: string
}

/**
 * The sums of an example: every line that ends in a comment says what it gives. `const` lines before it are in force.
 *
 * @example sumsOf('const a = 1\na + 1 // 2\n') // [{ code: 'const a = 1\nreturn (a + 1)', said: '2' }]
 */
export function sumsOf(example: string): readonly Sum[] {
  const sums: Sum[] = []
  let before = ''
  let pending = ''
  for (const line of example.replace(IMPORT, '').split('\n')) {
    pending += `${line}\n`
    const [, code, said] = /^([^]*?) *\/\/ (.+)\n$/.exec(pending) ?? []
    if (code !== undefined && said !== undefined) {
      sums.push({ code: `${before}return (${code.trim()})`, said })
      pending = ''
    } else if (isWhole(pending)) {
      before += pending
      pending = ''
    }
  }
  return sums
}

/** A statement that ends here; an expression waits for the comment that says what it gives. */
function isWhole(code: string): boolean {
  if (!/^\s*const /.test(code)) return code.trim() === ''
  return (code.match(/[([{]/g) ?? []).length === (code.match(/[)\]}]/g) ?? []).length
}

/** Runs code with names in scope; typed arrays become lists, maps lists of pairs, so that a page can print them. */
export function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope)
  const run: unknown = runInThisContext(`(async function (${names.join(', ')}) { ${code} })`)
  return typeof run === 'function' ? Reflect.apply(run, undefined, Object.values(scope)) : undefined
}

/** Plain values with numbers to 10 digits, and the noise around zero as zero, as a page prints them. */
export function plain(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value === 'number') return Math.abs(value) < 1e-14 ? 0 : Number(value.toPrecision(10))
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float64Array, plain)
  if (value instanceof Map) return [...value].map(plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
  return value
}
