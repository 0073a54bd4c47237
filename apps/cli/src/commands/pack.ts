import { packPlugin } from '@plumbline/bundle'
import { fillText } from '@plumbline/i18n'
import { withForm } from '@plumbline/plugin-host'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { findPlugin } from '../plugin/find.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-file.ts'

/** `plumbline pack`: one version as one file, the same bytes on any machine. A plugin with faults is not packed. */
export const packCommand: Command = {
  name: 'pack',
  operands: [1, 1],
  options: { out: 'text' },
  texts: ({ pack: texts }) => texts,
  run: pack,
}

async function pack(call: Call, terminal: Terminal): Promise<Exit> {
  const { plugin } = await findPlugin(call.operands[0] ?? '', terminal)
  const { ref, bundle } = plugin
  const bytes = packPlugin({ ref, bundle: withForm(bundle), signatures: [] })
  const file = call.text('out') ?? `${ref.id}-${ref.version}.plb`
  await writeWhole(file, bytes, { terminal })
  if (call.json) terminal.out(`${JSON.stringify({ plugin: ref, file, bytes: bytes.length })}\n`)
  else {
    const files = Object.keys(bundle.files).length
    const values = { id: ref.id, version: ref.version, digest: ref.digest, file, files, bytes: bytes.length }
    terminal.out(`${fillText(terminal.texts.pack.packed, values)}\n`)
  }
  return Exit.ok
}
