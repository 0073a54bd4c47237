import { readFile } from 'node:fs/promises'
import { casesDigestOf, packPlugin, privateKeyOf, readPlbFile, ROLES, signStatement } from '@plumbline/bundle'
import { fillText } from '@plumbline/i18n'
import { FaultError } from '@plumbline/kernel'
import { readManifest } from '@plumbline/plugin-host'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-file.ts'
import { dataPath } from './data-file.ts'

/**
 * `plumbline sign`: adds a signature to a packed version whose manifest can be read and agrees with its form, for its
 * content and for the golden cases in it. Content and digest stay as they are.
 */
export const signCommand: Command = {
  name: 'sign',
  operands: [1, 1],
  options: { key: 'text', role: 'text' },
  texts: ({ sign: texts }) => texts,
  run: sign,
}

async function sign(call: Call, terminal: Terminal): Promise<Exit> {
  const [file = ''] = call.operands
  const texts = terminal.texts.sign
  const keyFile = call.text('key')
  if (keyFile === null) throw new UsageError(texts.keyNeeded)
  const asked = call.text('role') ?? 'publisher'
  const role = ROLES.find((one) => one === asked)
  if (!role) throw new UsageError(fillText(texts.roleUnknown, { role: asked }))
  const packed = await readPlbFile(await dataPath(file, terminal), file)
  const { faults } = readManifest(packed.bundle, file)
  if (faults.length > 0) throw new FaultError(faults)
  const key = privateKeyOf(await readFile(await dataPath(keyFile, terminal), 'utf8'))
  const signedAt = new Date().toISOString()
  const cases = casesDigestOf(packed.bundle)
  const signature = signStatement({ ...packed.ref, ...(cases !== null && { cases }), role, signedAt }, key)
  const signatures = [...packed.signatures, signature]
  await writeWhole(file, packPlugin({ ...packed, signatures }), { terminal })
  const [{ keyid }] = signature.signatures
  if (call.json) terminal.out(`${JSON.stringify({ plugin: packed.ref, file, role, keyid, signedAt })}\n`)
  else terminal.out(`${fillText(texts.signed, { ...packed.ref, role, keyid, count: signatures.length })}\n`)
  return Exit.ok
}
