import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fault } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { describeFault, faultLine, faultWordings, LANGUAGES } from '../src/index.ts'
import { raisedCodes, raisedIn } from './raised-codes.ts'

const PLACE = ['file', 'line', 'column', 'sheet', 'cell', 'path', 'id', 'unit', 'period', 'plugin']

const raised = raisedCodes()
const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

describe('wording of faults', () => {
  it('exists in both languages for every code that the sources raise', () => {
    expect(raised.length).toBeGreaterThan(100)
    const unworded = raised
      .filter(({ code }) => !Object.hasOwn(faultWordings, code))
      .map(({ code, file }) => `${code} ${file}`)
    expect([...new Set(unworded)]).toEqual([])
  })

  it('says what happened and what to do, Chinese in Chinese and English in English', () => {
    for (const [code, { zh, en }] of Object.entries(faultWordings)) {
      for (const text of [zh.what, zh.remedy]) expect(text, code).toMatch(/\p{Script=Han}/u)
      for (const text of [en.what, en.remedy])
        expect(text.replaceAll(/[“"][^”"]*[”"]/g, ''), code).not.toMatch(/\p{Script=Han}/u)
      for (const text of [en.what, en.remedy]) expect(text, code).toMatch(/\w{2}/)
    }
  })

  it('names only figures that the fault carries, wherever it is raised', () => {
    const gaps = raised.flatMap(({ code, file, params }) => {
      const wording = faultWordings[code]
      if (!wording || params === null) return []
      const named = [wording.zh, wording.en].flatMap(({ what, remedy }) => placeholders(what + remedy))
      return named
        .filter((name) => !params.includes(name) && !PLACE.includes(name))
        .map((name) => `${code} {${name}} ${file}`)
    })
    expect([...new Set(gaps)]).toEqual([])
  })

  it('gives each code one wording, in one file', () => {
    const codes = globSync(fileURLToPath(new URL('../src/faults/*.ts', import.meta.url))).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]*): \{/gm)].map(([, code = '']) => code),
    )
    expect(codes.filter((code, index) => codes.indexOf(code) < index)).toEqual([])
    expect(new Set(codes)).toEqual(new Set(Object.keys(faultWordings)))
  })

  it('leaves no code without wording to the reader, nor a figure without a value', () => {
    expect(describeFault(fault('NOBODY_KNOWS', { n: 1 }), 'en')).toEqual({
      where: '',
      what: 'NOBODY_KNOWS {"n":1}',
      remedy: '',
    })
    const line = faultLine(
      fault('MANIFEST_KEY_MISSPELT', { key: 'wieght', nearest: 'weight' }, { file: 'plugin.yaml', line: 3, column: 5 }),
      'zh-CN',
    )
    expect(line).toBe('plugin.yaml:3:5：没有“wieght”这个键。是否应为“weight”？')
    for (const language of LANGUAGES)
      expect(faultLine(fault('MANIFEST_VALUE', { allowed: ['a', 'b'] }), language)).toContain('—')
  })
})

describe('reading codes off the sources', () => {
  it.each([
    ["fault('A_B', { limit, actual: f(x, { y: 1 }) }, at)", ['limit', 'actual']],
    ["problem([...path, 'id'], 'A_B', { id })", ['id']],
    ["fault('A_B')", []],
    ["fault('A_B', {}, at)", []],
    ["fault('A_B', params, at)", null],
    ["[['A_B', { ...more, one: 1 }, 'field']]", null],
    ["const CODES = { one: 'A_B' }", null],
  ])('%s', (source, params) => {
    expect(raisedIn('x.ts', source).filter((one) => one.code === 'A_B')[0]).toEqual({
      code: 'A_B',
      file: 'x.ts',
      params,
    })
  })

  it('passes over comments and codes that are not ours', () => {
    expect(
      raisedIn('x.ts', "/** fault('OLD_CODE') */ if (error.code === 'ERR_MODULE_NOT_FOUND') return 'BAD_REQUEST'"),
    ).toEqual([])
  })
})
