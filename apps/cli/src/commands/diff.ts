import { fault, FaultError } from '@plumbline/kernel'
import { diffVersions, raiseFaults } from '@plumbline/testkit'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { wholeNumber } from '../option.ts'
import { diffJson } from '../output/diff-json.ts'
import { diffText } from '../output/diff-text.ts'
import { printFaults } from '../output/faults.ts'
import { findVersion } from '../plugin/find-version.ts'
import { inSandbox } from '../plugin/with-programs.ts'
import { refusing } from '../refusing.ts'
import type { Terminal } from '../terminal.ts'
import { dataTable } from './data-file.ts'

/** `plumbline diff`: what changed between two versions, the least bump, who moves, and the share of each change. */
export const diffCommand: Command = {
  name: 'diff',
  operands: [2, 2],
  options: { data: 'text', generated: 'text', seed: 'text', 'as-of': 'text' },
  texts: ({ diff: texts }) => texts,
  run: refusing(diff),
}

async function diff(call: Call, terminal: Terminal): Promise<Exit> {
  const generated = wholeNumber(call, 'generated', { fallback: 300, terminal })
  const seed = wholeNumber(call, 'seed', { fallback: 1, terminal })
  const asOf = call.text('as-of') ?? new Date().toISOString().slice(0, 10)
  const [from, to] = await Promise.all([
    findVersion(call.operands[0] ?? '', terminal),
    findVersion(call.operands[1] ?? '', terminal),
  ])
  if (from.plugin.ref.id !== to.plugin.ref.id) {
    const ids = { from: from.plugin.ref.id, to: to.plugin.ref.id }
    throw new FaultError([fault('VERSIONS_OF_DIFFERENT_PLUGINS', ids)])
  }
  const table = await dataTable(call.text('data'), from.plugin, terminal)
  const options = {
    cases: [from.cases.cases, to.cases.cases],
    ...(table && { data: table.dataset }),
    generated,
    seed,
    asOf,
  }
  const found = await inSandbox((prepare) => diffVersions(from.plugin, to.plugin, { ...options, prepare }))
  const faults = raiseFaults(found)
  if (call.json) terminal.out(`${JSON.stringify({ ...diffJson(found, table), faults })}\n`)
  else terminal.out(diffText(found, terminal))
  if (faults.length > 0) printFaults(faults, terminal)
  return faults.length === 0 ? Exit.ok : Exit.faults
}
