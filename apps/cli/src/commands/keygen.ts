import { ALGORITHMS, generateKeyPair } from '@plumbline/bundle'
import { fillText } from '@plumbline/i18n'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-file.ts'

/** `plumbline keygen`: a key pair to sign with, in two files that must not be there yet. */
export const keygenCommand: Command = {
  name: 'keygen',
  operands: [1, 1],
  options: { algorithm: 'text' },
  texts: ({ keygen: texts }) => texts,
  run: keygen,
}

async function keygen(call: Call, terminal: Terminal): Promise<Exit> {
  const [name = ''] = call.operands
  const texts = terminal.texts.keygen
  const asked = call.text('algorithm') ?? 'ed25519'
  const algorithm = ALGORITHMS.find((one) => one === asked)
  if (!algorithm) throw new UsageError(fillText(texts.algorithmUnknown, { algorithm: asked }))
  const { privateKey, publicKey, keyid } = generateKeyPair(algorithm)
  const [secret, open] = [`${name}.key`, `${name}.pub`]
  await writeWhole(secret, privateKey, { terminal, fresh: true, mode: 0o600 })
  await writeWhole(open, publicKey, { terminal, fresh: true })
  if (call.json)
    terminal.out(`${JSON.stringify({ algorithm, keyid, privateKey: secret, publicKey: open, pem: publicKey })}\n`)
  else terminal.out(`${fillText(texts.made, { secret, open, keyid })}\n`)
  return Exit.ok
}
