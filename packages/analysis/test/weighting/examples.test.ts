import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import * as analysis from '../../src/index.ts'

const root = fileURLToPath(new URL('../../src/weighting/', import.meta.url))
const EXAMPLE = /@example (.+?) \/\/ (.+?)(?: \*\/)?$/

const examples = globSync('**/*.ts', { cwd: root }).flatMap((file) =>
  readFileSync(`${root}${file}`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, code, value] = EXAMPLE.exec(line) ?? []
      const name = /^\w+/.exec(code ?? '')?.[0]
      return code && value && name && name in analysis ? [{ file, code, value, name }] : []
    }),
)

/** Numbers to 12 digits, so that 2 / 3 may be written so. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? Number(each.toPrecision(12)) : each)),
  )

describe('examples in the docstrings', () => {
  it.each(examples)('$name', ({ code, value }) => {
    expect(rounded(runInNewContext(`(${code})`, { ...analysis }))).toEqual(rounded(runInNewContext(`(${value})`)))
  })

  it('every public function of the weighting has one', () => {
    const publicNames = globSync('**/*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(`${root}${file}`, 'utf8').matchAll(/^export (?:function|const) (\w+)/gm)].flatMap(
        ([, name = '']) => (name in analysis && typeof Object(analysis)[name] === 'function' ? [name] : []),
      ),
    )
    expect(publicNames.filter((name) => !examples.some((each) => each.name === name))).toEqual([])
    expect(publicNames.length).toBeGreaterThan(30)
  })
})
