import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { faultLine, fillText } from '@plumbline/i18n'
import { caution, FaultError, type Fault } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { Difference, Draft, JsonObject, StandardDocument } from '@plumbline/workbook'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { printFaults } from '../output/faults.ts'
import { besideOf } from '../plugin/beside.ts'
import { draftCaseFaults } from '../plugin/draft-cases.ts'
import { availablePlugins, findPlugin, shownPath, type FoundPlugin } from '../plugin/find.ts'
import { inSandbox, type Prepare } from '../plugin/with-programs.ts'
import { writeFolder } from '../scaffold/folder.ts'
import type { Terminal } from '../terminal.ts'
import { dataPath } from './data-file.ts'

/**
 * `plumbline excel import`: a workbook back as a draft folder, with every fault at its cell and with what differs from the
 * present standard. The present standard is never touched.
 */
export const excelImportCommand: Command = {
  name: 'excel import',
  operands: [1, 1],
  options: { out: 'text', against: 'text', 'allow-deletions': 'flag' },
  texts: ({ excelImport: texts }) => texts,
  run: (call, terminal) => inSandbox((prepare) => importExcel(call, terminal, prepare)),
}

async function importExcel(call: Call, terminal: Terminal, prepare: Prepare): Promise<Exit> {
  const out = call.text('out')
  const target = path.resolve(terminal.directory, out ?? '.')
  const draft = await readDraft(call, { target, prepare }, terminal)
  if ('refused' in draft) return refuse(draft.refused, call, terminal)
  const present = await presentOf(call.text('against') ?? draft.base.id, terminal)
  const { found, warnings } = await compared(draft, present)
  if (out !== null)
    await writeFolder(
      target,
      withProse(draft, present?.plugin.ref.id === draft.plugin?.ref.id ? (present?.plugin ?? null) : null),
      out,
    )
  if (call.json) {
    const { deleted, plugin } = draft
    const against = present?.plugin.ref ?? null
    const result = { plugin: plugin?.ref ?? null, folder: out, against, differences: found, deleted, faults: warnings }
    terminal.out(`${JSON.stringify(result)}\n`)
    return Exit.ok
  }
  const { common, excelImport } = terminal.texts
  for (const warning of warnings) terminal.err(`${common.severity.warning} ${faultLine(warning, terminal.language)}\n`)
  for (const line of report(found, present?.plugin ?? null, terminal)) terminal.out(`${line}\n`)
  const folder = shownPath(target, terminal.directory)
  if (out !== null) terminal.out(`${fillText(excelImport.written, { folder })}\n`)
  return Exit.ok
}

type Refused = { readonly refused: readonly Fault[] }

/** The standard in the workbook with its golden cases recomputed, or everything that is wrong with it. */
async function readDraft(
  call: Call,
  { target, prepare }: { readonly target: string; readonly prepare: Prepare },
  terminal: Terminal,
): Promise<Draft | Refused> {
  const file = await dataPath(call.operands[0] ?? '', terminal)
  const { importWorkbook } = await import('@plumbline/workbook')
  try {
    const draft = await importWorkbook(await readFile(file), {
      available: await availablePlugins(target, terminal),
      allowGone: call.flag('allow-deletions'),
    })
    const faults = [...draft.faults, ...(await draftCaseFaults(draft, prepare))]
    return faults.some(({ severity }) => severity === 'error') ? { refused: faults } : { ...draft, faults }
  } catch (error) {
    if (error instanceof FaultError) return { refused: error.faults }
    throw error
  }
}

interface Comparison {
  readonly found: readonly Difference[]
  readonly warnings: readonly Fault[]
}

async function compared(draft: Draft, present: FoundPlugin | null): Promise<Comparison> {
  if (!present) return { found: [], warnings: draft.faults }
  const { differences, documentOf, isStale } = await import('@plumbline/workbook')
  const before = documentOf(present.plugin, await besideOf(present.directory))
  const { id } = draft.base
  const stale = present.plugin.ref.id === id && isStale(draft.base, before.manifest)
  return {
    found: differences(flat(before), flat(draft.document)),
    warnings: [...draft.faults, ...(stale ? [caution('WORKBOOK_STALE', { id })] : [])],
  }
}

function refuse(faults: readonly Fault[], { json }: Call, terminal: Terminal): Exit {
  printFaults(faults, terminal)
  if (json) terminal.out(`${JSON.stringify({ plugin: null, faults })}\n`)
  return Exit.faults
}

/** The standard that is there now; null where there is none of that name. */
async function presentOf(argument: string, terminal: Terminal): Promise<FoundPlugin | null> {
  if (argument === '') return null
  try {
    return await findPlugin(argument, terminal)
  } catch (error) {
    if (error instanceof FaultError && error.faults.every(({ code }) => code === 'PLUGIN_NOT_FOUND')) return null
    throw error
  }
}

/** The three files side by side, the manifest's own keys on top. */
const flat = ({ manifest, cases, changelog }: StandardDocument): JsonObject => ({
  ...manifest,
  ...(cases === null ? {} : { 'cases.yaml': cases }),
  ...(changelog === '' ? {} : { 'CHANGELOG.md': changelog }),
})

/** The draft's files; method pages and the like, which no workbook holds, come from the present standard. */
function withProse({ files }: Draft, present: LoadedPlugin | null): Readonly<Record<string, string>> {
  return { ...present?.bundle.files, ...files }
}

function report(found: readonly Difference[], present: LoadedPlugin | null, { texts }: Terminal): readonly string[] {
  const { excelImport: words } = texts
  if (!present) return [words.noPresent]
  const against = { id: present.ref.id, version: present.ref.version }
  if (found.length === 0) return [fillText(words.same, against)]
  return [
    fillText(words.differs, { ...against, count: found.length }),
    ...found.map(({ path: where, kind, before, after }) =>
      fillText(words[kind], { path: where, before: short(before), after: short(after) }),
    ),
  ]
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
