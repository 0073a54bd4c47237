import { describe, expect, it } from 'vitest'
import { uiMessages } from './index.ts'

function flat(messages: object, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const path = prefix ? `${prefix}.${key}` : key
    return typeof value === 'object' && value !== null ? flat(value, path) : [[path, String(value)]]
  })
}

const zh = flat(uiMessages['zh-CN'])
const en = new Map(flat(uiMessages.en))
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted((a, b) => a.localeCompare(b))

describe('messages of the screens', () => {
  it('have the same keys in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual(zh.map(([key]) => key).toSorted())
  })

  it('say something under every key', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('print the same values in both languages', () => {
    const differing = zh.filter(([key, text]) => String(placeholders(text)) !== String(placeholders(en.get(key) ?? '')))
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('never call an assessed unit 单位', () => {
    expect(zh.filter(([, text]) => text.replaceAll('计量单位', '').includes('单位')).map(([key]) => key)).toEqual([])
  })

  it('have no Chinese in English, except the word that a data file may hold and the way back', () => {
    const allowed = new Set(['common.switchTo', 'common.switchToLabel', 'data.format4'])
    expect(
      [...en].filter(([key, text]) => !allowed.has(key) && /\p{Script=Han}/u.test(text)).map(([key]) => key),
    ).toEqual([])
  })
})
