import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { caseDataset, readCases } from '@plumbline/testkit'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { findPlugin, shownPath } from '../plugin/find.ts'
import { besideOf } from '../plugin/beside.ts'
import type { TrialValues } from '@plumbline/workbook'
import { writeNewFile } from '../scaffold/folder.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline excel export`: a standard as a workbook, on trial with one of its golden cases. */
export const excelExportCommand: Command = {
  name: 'excel export',
  operands: [1, 1],
  options: { out: 'text', case: 'text', force: 'flag' },
  texts: ({ excelExport: texts }) => texts,
  run: exportExcel,
}

async function exportExcel(call: Call, terminal: Terminal): Promise<Exit> {
  const [argument = ''] = call.operands
  const { plugin, directory } = await findPlugin(argument, terminal)
  const { cases } = await readCases(directory, shownPath(directory, terminal.directory))
  const wanted = call.text('case')
  const chosen = wanted === null ? cases[0] : cases.find(({ id, unit }) => id === wanted || unit === wanted)
  if (wanted !== null && !chosen) {
    const names = cases.map(({ id, unit }) => id ?? unit).join(', ')
    throw new UsageError(fillText(terminal.texts.excelExport.caseUnknown, { case: wanted, cases: names }))
  }
  const { exportWorkbook, trialOf } = await import('@plumbline/workbook')
  const today = new Date().toISOString().slice(0, 10)
  const valuesOf = (one: (typeof cases)[number]): TrialValues =>
    trialOf(caseDataset([one], plugin.catalogue.inputs), plugin, today)
  const bytes = await exportWorkbook(plugin, {
    language: terminal.language,
    ...(await besideOf(directory)),
    ...(chosen && { trial: valuesOf(chosen) }),
    peers: cases.map(valuesOf),
  })
  const out = call.text('out') ?? `${plugin.ref.id}-${plugin.ref.version}.xlsx`
  await writeNewFile(path.resolve(terminal.directory, out), bytes, { name: out, force: call.flag('force') })
  if (call.json) terminal.out(`${JSON.stringify({ plugin: plugin.ref, file: out, bytes: bytes.length })}\n`)
  else
    terminal.out(
      `${fillText(terminal.texts.excelExport.written, { id: plugin.ref.id, version: plugin.ref.version, file: out })}\n`,
    )
  return Exit.ok
}
