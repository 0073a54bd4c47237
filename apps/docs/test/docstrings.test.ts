/** Every public symbol is documented; every public function of kernel and analysis has an example, and the examples run. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as analysis from '@plumbline/analysis'
import * as kernel from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { evaluate, plain, sumsOf } from './method-page.ts'
import { world } from './world.ts'

const ROOT = join(import.meta.dirname, '../../..')
const PACKAGES: readonly { readonly name: string; readonly exports: object }[] = [
  { name: 'kernel', exports: kernel },
  { name: 'analysis', exports: analysis },
]

interface Symbol {
  readonly name: string
  readonly file: string
  readonly kind: string
  readonly doc: string
}

/** The symbols that a file exports, through the files it passes on. */
function symbolsOf(file: string, only: ReadonlySet<string> | null = null): readonly Symbol[] {
  const source = readFileSync(file, 'utf8')
  const passed = [...source.matchAll(/^export (?:type )?(\*|\{[^}]*\}) from '(\.[^']+)'/gm)].flatMap(
    ([, what = '', from = '']) => {
      const names = what === '*' ? null : new Set(what.match(/\w+(?=,|\s*\}|\s*$)/g) ?? [])
      return symbolsOf(join(dirname(file), from), names)
    },
  )
  const own = [...source.matchAll(/^export (?:async )?(function|const|class|interface|type)\*? (\w+)/gm)].map(
    ({ 1: kind = '', 2: name = '', index }) => ({ name, file, kind, doc: docBefore(source, index) }),
  )
  return [...passed, ...own].filter(({ name }) => only === null || only.has(name))
}

/** The comment that ends right before a place; empty where there is none. */
function docBefore(source: string, index: number): string {
  const before = source.slice(0, index).trimEnd()
  return before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : ''
}

/** The examples of a docstring, without the margin. */
const examplesOf = (doc: string): readonly string[] =>
  [...doc.matchAll(/@example\s([\s\S]*?)(?=\n \* (?:@|Source)|\s*\*\/)/g)].map(
    ([, text = '']) => `${text.replaceAll(/^ \* ?/gm, '').trim()}\n`,
  )

it.each(globSync('packages/*/src/index.ts', { cwd: ROOT }))(
  '%s passes on no symbol without a docstring',
  (entrance) => {
    const symbols = symbolsOf(join(ROOT, entrance))
    const documented = new Set(symbols.flatMap(({ name, doc }) => (doc === '' ? [] : [name])))
    expect(symbols.length).toBeGreaterThan(0)
    expect(symbols.flatMap(({ name }) => (documented.has(name) ? [] : [name]))).toEqual([])
  },
)

describe.each(PACKAGES)('$name', ({ name: packageName, exports }) => {
  const symbols = symbolsOf(join(ROOT, 'packages', packageName, 'src/index.ts'))
  const values: Readonly<Record<string, unknown>> = { ...exports }
  const functions = symbols.filter(
    ({ name, kind }) => (kind === 'function' || kind === 'const') && typeof values[name] === 'function',
  )

  it('is read whole', () => {
    const found = new Set(symbols.map(({ name }) => name))
    expect(Object.keys(exports).filter((name) => !found.has(name))).toEqual([])
    expect(functions.length).toBeGreaterThan(50)
  })

  it('has no public function without an example', () => {
    expect(functions.filter(({ doc }) => examplesOf(doc).length === 0).map(({ name }) => name)).toEqual([])
  })

  const sums = functions.flatMap(({ name, doc }) =>
    examplesOf(doc).flatMap((example) => sumsOf(example).map((sum) => ({ name, ...sum }))),
  )

  it('has no example that says nothing', () => {
    const told = new Set(sums.map(({ name }) => name))
    expect(functions.filter(({ name }) => !told.has(name)).map(({ name }) => name)).toEqual([])
  })

  it.each(sums)('$name: $code', async ({ code, said }) => {
    const scope = { ...kernel, ...analysis, ...world }
    expect(plain(await evaluate(code, scope))).toEqual(plain(await evaluate(`return (${said})`, scope)))
  })
})
