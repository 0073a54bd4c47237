import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { fault, FaultError } from '@plumbline/kernel'
import { migrateDataset, readMigration, type LoadedPlugin, type MigratedItem } from '@plumbline/plugin-host'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { dataCsv } from '../output/data-csv.ts'
import { textTable } from '../output/table.ts'
import { findPlugin, type FoundPlugin } from '../plugin/find.ts'
import { refusing } from '../refusing.ts'
import type { Terminal } from '../terminal.ts'
import { dataTable } from './data-file.ts'
import { refuse } from './score.ts'

/** `plumbline migrate`: data of an older version as data of a newer one; a dry run unless told where to write. */
export const migrateCommand: Command = {
  name: 'migrate',
  operands: [2, 2],
  options: { from: 'text', to: 'text', out: 'text', 'as-of': 'text' },
  texts: ({ migrate: texts }) => texts,
  run: refusing(migrate),
}

async function migrate(call: Call, terminal: Terminal): Promise<Exit> {
  const texts = terminal.texts.migrate
  const found = await findPlugin(call.operands[0] ?? '', terminal)
  const wanted = call.text('from')
  if (wanted === null) throw new UsageError(texts.fromNeeded)
  const from = await versionOf(wanted, found, terminal)
  const asked = call.text('to')
  const to = asked === null ? found.plugin : await versionOf(asked, found, terminal)
  if (from.ref.version === to.ref.version)
    throw new FaultError([fault('MIGRATION_SAME_VERSION', { version: to.ref.version }, { plugin: to.ref.id })])
  const table = await dataTable(call.operands[1] ?? '', from, terminal)
  if (!table) return Exit.usage
  const asOf = call.text('as-of') ?? new Date().toISOString().slice(0, 10)
  const { dataset, items, faults } = migrateDataset(readMigration(to, from.ref.version), table.dataset, {
    from,
    to,
    asOf,
  })
  if (!dataset) return refuse(faults, call, terminal)

  const out = call.text('out')
  if (out !== null)
    await write(path.resolve(terminal.directory, out), dataCsv({ ...table, dataset }, to.catalogue), out)
  if (call.json)
    terminal.out(`${JSON.stringify({ from: from.ref, to: to.ref, rows: dataset.size, items, out, faults })}\n`)
  else {
    const head = { id: to.ref.id, from: from.ref.version, to: to.ref.version, rows: dataset.size }
    terminal.out(`${fillText(texts.head, head)}\n${itemTable(items, terminal)}`)
    terminal.out(`${out === null ? texts.dry : fillText(texts.written, { out })}\n`)
  }
  return Exit.ok
}

/** A version of the same standard: by number among those beside it, else by folder. */
async function versionOf(
  wanted: string,
  { plugin, available }: FoundPlugin,
  terminal: Terminal,
): Promise<LoadedPlugin> {
  const { id } = plugin.ref
  const versions = [plugin, ...available].filter(({ ref }) => ref.id === id)
  const known = versions.find(({ ref }) => ref.version === wanted)
  if (known) return known
  const folder = await findPlugin(wanted, terminal).catch((error: unknown) => {
    if (error instanceof FaultError && error.faults.every(({ code }) => code === 'PLUGIN_NOT_FOUND')) return null
    throw error
  })
  if (folder?.plugin.ref.id === id) return folder.plugin
  const names = [...new Set(versions.map(({ ref }) => ref.version))].join(', ')
  throw new UsageError(fillText(terminal.texts.migrate.versionUnknown, { id, version: wanted, versions: names }))
}

/** What becomes of each item; those that stay as they are in one line. */
function itemTable(items: readonly MigratedItem[], { texts: { migrate: texts } }: Terminal): string {
  const left = { align: 'left' as const }
  const columns = [
    { title: texts.columns.how, ...left },
    { title: texts.columns.from, ...left },
    { title: texts.columns.to, ...left },
    { title: texts.columns.cells, align: 'right' as const },
    { title: texts.columns.reason, ...left },
  ]
  const same = items.filter(({ how }) => how === 'same')
  const rows = items
    .filter(({ how }) => how !== 'same')
    .map(({ how, from, id, cells, reason }) => [
      texts.how[how],
      from.join(' + '),
      how === 'dropped' ? '' : id,
      String(cells),
      reason ?? '',
    ])
  const kept = [texts.how.same, String(same.length), '', String(same.reduce((sum, { cells }) => sum + cells, 0)), '']
  return textTable(columns, [...rows, kept])
}

async function write(file: string, text: string, out: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    throw new FaultError([
      fault('CLI_OUT_NOT_WRITTEN', { out, detail: error instanceof Error ? error.message : String(error) }),
    ])
  }
}
