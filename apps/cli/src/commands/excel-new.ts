import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { loadBundle } from '@plumbline/plugin-host'
import type { Json } from '@plumbline/workbook'
import { parse } from 'yaml'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { identityOf } from '../scaffold/identity.ts'
import { writeNewFile } from '../scaffold/folder.ts'
import { templateFiles } from '../scaffold/template.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline excel new`: a workbook to begin a standard in, filled with the example that `plumbline new` gives. */
export const excelNewCommand: Command = {
  name: 'excel new',
  operands: [1, 1],
  options: { id: 'text', title: 'text', 'title-en': 'text', publisher: 'text', force: 'flag' },
  texts: ({ excelNew: texts }) => texts,
  run: newExcel,
}

async function newExcel(call: Call, terminal: Terminal): Promise<Exit> {
  const [out = ''] = call.operands
  const identity = await identityOf(call, path.basename(out).replace(/\.xlsx$/i, ''), terminal)
  const files = await templateFiles(identity)
  const plugin = loadBundle({ files: { 'plugin.yaml': files['plugin.yaml'] ?? '' } }, [])
  const { exportWorkbook } = await import('@plumbline/workbook')
  const bytes = await exportWorkbook(plugin, {
    language: terminal.language,
    cases: parse(files['cases.yaml'] ?? '') as Json,
    changelog: files['CHANGELOG.md'] ?? '',
  })
  await writeNewFile(path.resolve(terminal.directory, out), bytes, { name: out, force: call.flag('force') })
  if (call.json) terminal.out(`${JSON.stringify({ id: identity.id, file: out, bytes: bytes.length })}\n`)
  else terminal.out(`${fillText(terminal.texts.excelNew.written, { id: identity.id, file: out })}\n`)
  return Exit.ok
}
