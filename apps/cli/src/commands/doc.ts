import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { fault, FaultError } from '@plumbline/kernel'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { findPlugin, shownPath } from '../plugin/find.ts'
import type { Terminal } from '../terminal.ts'

const LANGUAGES = ['zh-CN', 'en'] as const

/** `plumbline doc`: the standard's own document, DOCX and HTML in both languages, from the same source that scores. */
export const docCommand: Command = {
  name: 'doc',
  operands: [1, 1],
  options: { out: 'text' },
  texts: ({ doc: texts }) => texts,
  run: writeDocument,
}

async function writeDocument(call: Call, terminal: Terminal): Promise<Exit> {
  const { plugin } = await findPlugin(call.operands[0] ?? '', terminal)
  const { standardDocument, toDocx, toHtml } = await import('@plumbline/document')
  const out = call.text('out') ?? `${plugin.ref.id}-${plugin.ref.version}-doc`
  const folder = path.resolve(terminal.directory, out)
  const names: string[] = []
  try {
    await mkdir(folder, { recursive: true })
    for (const language of LANGUAGES) {
      const document = standardDocument(plugin.catalogue, language)
      const name = `${plugin.ref.id}.${language}`
      await writeFile(path.join(folder, `${name}.docx`), await toDocx(document))
      await writeFile(path.join(folder, `${name}.html`), toHtml(document, language))
      names.push(`${name}.docx`, `${name}.html`)
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new FaultError([fault('CLI_OUT_NOT_WRITTEN', { out, detail })])
  }
  const shown = shownPath(folder, terminal.directory)
  if (call.json) terminal.out(`${JSON.stringify({ plugin: plugin.ref, folder: shown, files: names })}\n`)
  else terminal.out(`${fillText(terminal.texts.doc.written, { folder: shown, files: names.join(', ') })}\n`)
  return Exit.ok
}
