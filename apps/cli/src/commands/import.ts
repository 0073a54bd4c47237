import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { FaultError, type Fault } from '@plumbline/kernel'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { saying } from '../output/score-table.ts'
import { findPlugin } from '../plugin/find.ts'
import { askServer } from '../server.ts'
import type { Terminal } from '../terminal.ts'
import { dataPath } from './data-file.ts'
import { refuse } from './score.ts'

/**
 * `plumbline import`: sends a data file to the running server through the procedure that the web client uses. The server
 * takes the file whole or not at all.
 */
export const importCommand: Command = {
  name: 'import',
  operands: [2, 2],
  options: { server: 'text' },
  texts: ({ import: texts }) => texts,
  run: importFile,
}

async function importFile(call: Call, terminal: Terminal): Promise<Exit> {
  const [plugin = '', data = ''] = call.operands
  const { texts, out, err, language } = terminal
  const id = await pluginId(plugin, terminal)
  const file = await dataPath(data, terminal)
  const refusal = (faults: readonly Fault[]): Exit => {
    const exit = refuse(faults, call, terminal)
    err(`${texts.import.notImported}\n`)
    return exit
  }

  try {
    const form = await formOf(file, id)
    const result = await askServer(call, (client) => client.imports.commit.mutate(form))
    if (call.json) out(`${JSON.stringify(result)}\n`)
    else {
      out(`${fillText(texts.import.imported, { units: result.units, cells: result.cells })}\n`)
      for (const round of result.rounds) {
        out(
          `${fillText(texts.import.round, { id: round.id, period: round.period, title: saying(language)(round.title) })}\n`,
        )
      }
    }
    return Exit.ok
  } catch (error) {
    if (error instanceof FaultError) return refusal(error.faults)
    throw error
  }
}

/** The id of the plugin that is meant. One that is not here may still be on the server, which then says so. */
async function pluginId(argument: string, terminal: Terminal): Promise<string> {
  try {
    const { plugin } = await findPlugin(argument, terminal)
    return plugin.ref.id
  } catch (error) {
    if (error instanceof FaultError && error.faults.every(({ code }) => code === 'PLUGIN_NOT_FOUND')) return argument
    throw error
  }
}

async function formOf(file: string, plugin: string): Promise<FormData> {
  const form = new FormData()
  const fileName = path.basename(file)
  form.set('file', await openAsBlob(file), fileName)
  form.set('request', JSON.stringify({ plugin, fileName, corrections: [] }))
  return form
}
