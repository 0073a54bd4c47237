import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { FaultError } from '@plumbline/kernel'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { draftCaseFaults } from '../plugin/draft-cases.ts'
import { availablePlugins, shownPath } from '../plugin/find.ts'
import { writeFolder } from '../scaffold/folder.ts'
import { identityOf } from '../scaffold/identity.ts'
import { templateFiles } from '../scaffold/template.ts'
import { withPrograms } from '../plugin/with-programs.ts'
import type { Terminal } from '../terminal.ts'
import { dataPath } from './data-file.ts'

/** `plumbline new`: the folder of a new standard, from the template or from a workbook. It passes `check` at once. */
export const newCommand: Command = {
  name: 'new',
  operands: [1, 1],
  options: { id: 'text', title: 'text', 'title-en': 'text', publisher: 'text', from: 'text' },
  texts: ({ new: texts }) => texts,
  run: newStandard,
}

async function newStandard(call: Call, terminal: Terminal): Promise<Exit> {
  const [operand = ''] = call.operands
  const directory = path.resolve(terminal.directory, operand)
  const workbook = call.text('from')
  const files =
    workbook === null
      ? await fromTemplate(call, directory, terminal)
      : await fromWorkbook(workbook, directory, terminal)
  await writeFolder(directory, files, operand)
  const folder = shownPath(directory, terminal.directory)
  if (call.json) terminal.out(`${JSON.stringify({ folder, files: Object.keys(files) })}\n`)
  else terminal.out(`${fillText(terminal.texts.new.written, { folder, files: Object.keys(files).join(', ') })}\n`)
  return Exit.ok
}

async function fromTemplate(
  call: Call,
  directory: string,
  terminal: Terminal,
): Promise<Readonly<Record<string, string>>> {
  return templateFiles(await identityOf(call, path.basename(directory), terminal))
}

async function fromWorkbook(
  workbook: string,
  directory: string,
  terminal: Terminal,
): Promise<Readonly<Record<string, string>>> {
  const file = await dataPath(workbook, terminal)
  const { importWorkbook } = await import('@plumbline/workbook')
  const draft = await importWorkbook(await readFile(file), { available: await availablePlugins(directory, terminal) })
  const cases = await draftCaseFaults(draft, withPrograms)
  const faults = [...draft.faults, ...cases]
  if (faults.some(({ severity }) => severity === 'error')) throw new FaultError(faults)
  return draft.files
}
