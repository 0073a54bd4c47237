/** Method pages are whole in both languages, and every sum on them comes out as it is printed. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as analysis from '@plumbline/analysis'
import * as kernel from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { contents, evaluate, HEADINGS, methodPages, plain, sumsOf } from './method-page.ts'
import { LANGUAGES } from './page.ts'

const PACKAGES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '@plumbline/kernel': { ...kernel },
  '@plumbline/analysis': { ...analysis },
}
const pages = { 'zh-CN': methodPages('zh-CN'), en: methodPages('en') }

it('are there in both languages, with the same examples', () => {
  expect(pages.en.map(({ name, examples }) => ({ name, examples }))).toEqual(
    pages['zh-CN'].map(({ name, examples }) => ({ name, examples })),
  )
})

describe.each(LANGUAGES)('%s', (language) => {
  it.each(pages[language])('$name has every part', ({ headings, title, examples, imports }) => {
    expect(headings).toEqual(HEADINGS[language])
    expect(title).not.toBe('')
    expect(examples.length).toBeGreaterThan(0)
    for (const { name, from } of imports) expect(Object.keys(PACKAGES[from] ?? {})).toContain(name)
  })

  it('has a table of contents with every page', () => {
    const linked = [...contents(language).matchAll(/\]\(([\w-]+\/[\w-]+)\.md\)/g)].map(([, name]) => name)
    expect(new Set(linked)).toEqual(new Set(pages[language].map(({ name }) => name)))
  })

  it.each(pages[language])('$name: the links lead somewhere', ({ name, text }) => {
    const folder = join(import.meta.dirname, '../methods', language, name, '..')
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(() => readFileSync(join(folder, target))).not.toThrow()
  })
})

describe.each(pages.en)('the sums of $name', ({ examples, imports }) => {
  const scope = Object.fromEntries(imports.map(({ name, from }) => [name, PACKAGES[from]?.[name]]))
  const sums = examples.flatMap(sumsOf)

  it('are there', () => {
    expect(sums.length).toBeGreaterThan(0)
  })

  it.each(sums)('$code', async ({ code, said }) => {
    expect(plain(await evaluate(code, scope))).toEqual(plain(await evaluate(`return (${said})`, {})))
  })
})

/** Folders in which every public function is a method, or part of one. */
const METHOD_FOLDERS = [
  'packages/kernel/src/{screen,denominate,impute,treat}/**/*.ts',
  'packages/kernel/src/normalise/sample/*.ts',
  'packages/analysis/src/{weighting,scaling,ranking,audit,sensitivity,explain,compare}/**/*.ts',
  'packages/analysis/src/uncertainty/run.ts',
]

/** Parts of methods that say nothing by themselves: how a standard writes a sample method, linear algebra, rows. */
const PLUMBING = new Set(['namedRange', 'scoreSample', 'readsSample', 'cholesky', 'solve', 'takeRows', 'reachOf'])

it('there is a page about every public function of a method', () => {
  const root = join(import.meta.dirname, '../../..')
  const known = new Set([...Object.keys(kernel), ...Object.keys(analysis)])
  const functions = METHOD_FOLDERS.flatMap((pattern) => globSync(pattern, { cwd: root }))
    .flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /^export (?:async )?(?:function (\w+)|const (\w+) = (?:<.*>)?\()/gm,
      ),
    ])
    .flatMap(([, named, assigned]) => named ?? assigned ?? [])
    .filter((name) => known.has(name) && !PLUMBING.has(name))
  const told = new Set(
    pages.en.flatMap(({ text }) => [...text.matchAll(/`(\w+)`|\b(\w+)\(/g)].flatMap(([, a, b]) => [a, b])),
  )
  expect(functions.length).toBeGreaterThan(100)
  expect(functions.filter((name) => !told.has(name))).toEqual([])
})
