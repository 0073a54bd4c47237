import { describe, expect, it } from 'vitest'
import { csvText } from './csv.ts'
import { percent, plain, published, score, shortDigest, weight } from './format.ts'
import { listOf, listText, parseSearch, stringifySearch, textOf, toggled, wordOf } from './search.ts'
import { byName, langOf, pick, withoutStop } from './text.ts'

describe('numbers for reading', () => {
  it('rounds once, half to even, and keeps the digits', () => {
    expect(score(62.125)).toBe('62.12')
    expect(score(62.135)).toBe('62.14')
    expect(score(7, 1)).toBe('7.0')
  })

  it('prints a result as its standard does', () => {
    expect(published(95.14, { digits: 3, full: 1 })).toBe('0.951')
    expect(published(70, { digits: 3, full: 1 })).toBe('0.700')
    expect(published(62.125, { digits: 2, full: 100 })).toBe('62.12')
    expect(published(null, { digits: 3, full: 1 })).toBe('—')
  })

  it('never shows a missing score as 0', () => {
    expect([score(null), score(undefined), score(NaN), plain(null), percent(null)]).toEqual(['—', '—', '—', '—', '—'])
  })

  it('has a true minus and no negative zero', () => {
    expect(score(-1.5)).toBe('−1.50')
    expect(score(-0.001)).toBe('0.00')
    expect(plain(-3.25)).toBe('−3.25')
  })

  it('shows weights short, but not shorter than they are', () => {
    expect([weight(0.35), weight(1), weight(0.41176)]).toEqual(['0.35', '1.00', '0.4118'])
    expect(weight(0.125)).toBe('0.125')
  })

  it('shortens digests and shares', () => {
    expect(shortDigest('sha256:1180d1bae1b613eb')).toBe('1180d1ba')
    expect(percent(0.9785)).toBe('97.8%')
  })
})

describe('the address', () => {
  it('reads strings as strings and writes them back', () => {
    const search = { period: '2025', lang: 'en', sort: 'p:core', pick: 'u1,u2' }
    expect(stringifySearch(search)).toBe('?period=2025&lang=en&sort=p:core&pick=u1,u2')
    expect(parseSearch('?period=2025&lang=en&sort=p:core&pick=u1,u2')).toEqual(search)
    expect(stringifySearch({ a: undefined, b: '' })).toBe('')
  })

  it('survives names with commas, percent signs and Chinese', () => {
    const names = ['甲,乙', '100%', '丙&丁']
    const written = stringifySearch({ pick: listText(names) })
    expect(listOf(parseSearch(written)['pick'])).toEqual(names)
  })

  it('takes only what it asks for', () => {
    expect([textOf('x'), textOf(3), textOf('')]).toEqual(['x', undefined, undefined])
    expect([wordOf('table', ['table']), wordOf('tables', ['table'])]).toEqual(['table', undefined])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  })
})

describe('texts', () => {
  it('sorts names by pinyin and numbers by size', () => {
    expect(['张店', '北店', '安店 10', '安店 9'].toSorted(byName)).toEqual(['安店 9', '安店 10', '北店', '张店'])
  })

  it('marks a Chinese name in an English page', () => {
    expect([langOf('北店'), langOf('North')]).toEqual(['zh-CN', undefined])
  })

  it('picks the language and does without a stop', () => {
    expect(pick({ zh: '甲', en: 'A' }, 'en')).toBe('A')
    expect(pick({ zh: '甲', en: '' }, 'en')).toBe('甲')
    expect(withoutStop('不予评级。')).toBe('不予评级')
  })
})

describe('CSV', () => {
  it('marks its encoding and quotes what needs it', () => {
    expect(csvText([['名称', 'a,b', 'say "x"', 1.5, null]])).toBe('\uFEFF名称,"a,b","say ""x""",1.5,\r\n')
  })

  it('does not let a name run as a formula', () => {
    expect(csvText([['=1+1', '@x', -2]])).toBe("\uFEFF'=1+1,'@x,-2\r\n")
  })
})
