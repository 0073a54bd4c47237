import { LIMITS, packPlugin } from '@plumbline/bundle'
import { fillText } from '@plumbline/i18n'
import { fault, FaultError } from '@plumbline/kernel'
import { withForm, type PluginBundle } from '@plumbline/plugin-host'
import { readCases, type CaseFile } from '@plumbline/testkit'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { findPlugin, shownPath } from '../plugin/find.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-file.ts'

/**
 * `plumbline pack`: one version as one file with its golden cases, the same bytes on any machine. A plugin with faults, or
 * with cases that cannot be read, is not packed.
 */
export const packCommand: Command = {
  name: 'pack',
  operands: [1, 1],
  options: { out: 'text' },
  texts: ({ pack: texts }) => texts,
  run: pack,
}

async function pack(call: Call, terminal: Terminal): Promise<Exit> {
  const { plugin, directory } = await findPlugin(call.operands[0] ?? '', terminal)
  const { ref, bundle } = plugin
  const cases = await readCases(directory, shownPath(directory, terminal.directory))
  const bytes = packPlugin({ ref, bundle: { ...withForm(bundle), ...travelling(cases) }, signatures: [] })
  const file = call.text('out') ?? `${ref.id}-${ref.version}.plb`
  await writeWhole(file, bytes, { terminal })
  if (call.json) terminal.out(`${JSON.stringify({ plugin: ref, file, bytes: bytes.length })}\n`)
  else {
    const files = Object.keys(bundle.files).length
    const values = { id: ref.id, version: ref.version, digest: ref.digest, file, files, bytes: bytes.length }
    terminal.out(`${fillText(terminal.texts.pack.packed, values)}\n`)
    if (cases.cases.length > 0) terminal.out(`${fillText(terminal.texts.pack.cases, { count: cases.cases.length })}\n`)
  }
  return Exit.ok
}

/** Golden cases as they go into the archive, where there are any. */
function travelling({ text, placeOf }: CaseFile): Pick<PluginBundle, 'cases'> {
  if (text === undefined) return {}
  const actual = Buffer.byteLength(text)
  if (actual <= LIMITS.entry) return { cases: text }
  const { file } = placeOf(0)
  throw new FaultError([
    fault('PLUGIN_FILE_TOO_LARGE', { most: LIMITS.entry, actual }, file === undefined ? {} : { file }),
  ])
}
