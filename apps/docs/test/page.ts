/** What a guide tells its reader to do, read from its Markdown: files to write, edits, commands, and what they print. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Language = 'zh-CN' | 'en'
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

export interface Step {
  /**
   * `file`: write it. `append`: add to its end. `edit`: lines with `-` are replaced by lines with `+`. `command`: one a
   * line. `output`: what the command before must print, in order; `…` skips lines.
   */
  readonly kind: 'file' | 'append' | 'edit' | 'command' | 'output'
  /** The file, for the first three kinds; the exit code of a command. */
  readonly of: string
  readonly text: string
  readonly line: number
}

const FENCE = /^```(\w+)(?: (.*))?$/
const KINDS = { file: 'file', append: 'append', edit: 'edit', exit: 'command' } as const

export const pageOf = (name: string, language: Language): string =>
  readFileSync(join(import.meta.dirname, '../authors', language, name), 'utf8')

/** The steps of a page; fenced text without a mark (`yaml`, `text` alone) is there to be read, not done. */
export function stepsOf(markdown: string): readonly Step[] {
  const steps: Step[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, language = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? []
    if (language === '') continue
    const end = lines.indexOf('```', at + 1)
    if (end < 0) throw new Error(`line ${at + 1}: a fence that does not end`)
    const text = `${lines.slice(at + 1, end).join('\n')}\n`
    const [mark = '', value = ''] = info.split('=')
    const kind = language === 'sh' ? 'command' : info === 'output' ? 'output' : kindOf(mark)
    if (kind) steps.push({ kind, of: kind === 'command' ? value || '0' : value, text, line: at + 1 })
    at = end
  }
  return steps
}

const kindOf = (mark: string): Step['kind'] | null =>
  mark === 'file' || mark === 'append' || mark === 'edit' ? KINDS[mark] : null
