import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { FaultError } from '@plumbline/kernel'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { askServer } from '../server.ts'
import type { Terminal } from '../terminal.ts'
import { dataPath } from './data-file.ts'
import { refuse } from './score.ts'

const STATES = ['draft', 'candidate', 'published', 'deprecated', 'withdrawn'] as const

/** `plumbline publish`: sends a packed version to the running server, and changes its state where that is asked for. */
export const publishCommand: Command = {
  name: 'publish',
  operands: [1, 1],
  options: { server: 'text', state: 'text', reason: 'text' },
  texts: ({ publish: texts }) => texts,
  run: publish,
}

async function publish(call: Call, terminal: Terminal): Promise<Exit> {
  const [file = ''] = call.operands
  const texts = terminal.texts.publish
  const asked = call.text('state')
  const state = STATES.find((one) => one === asked)
  if (asked !== null && !state) throw new UsageError(fillText(texts.stateUnknown, { state: asked }))
  const reason = call.text('reason') ?? ''
  if (state && reason.trim() === '') throw new UsageError(texts.reasonNeeded)
  const form = new FormData()
  form.set('file', await openAsBlob(await dataPath(file, terminal)), path.basename(file))
  try {
    const uploaded = await askServer(call, (client) => client.versions.upload.mutate(form))
    const { digest } = uploaded.plugin
    if (state) await askServer(call, (client) => client.versions.changeState.mutate({ digest, state, reason }))
    const now = { ...uploaded, state: state ?? uploaded.state }
    if (call.json) terminal.out(`${JSON.stringify(now)}\n`)
    else terminal.out(`${fillText(texts.published, { ...now.plugin, state: now.state })}\n`)
    return Exit.ok
  } catch (error) {
    if (error instanceof FaultError) return refuse(error.faults, call, terminal)
    throw error
  }
}
