import { fault, isBranch, score, type Fault } from '@plumbline/kernel'
import { runsCode, type LoadedPlugin } from '@plumbline/plugin-host'
import { prepareRows, type Prepare, type PreparedRows } from '../cases/prepare.ts'
import { dated } from '../sample/dated.ts'
import { shortly } from '../sample/describe.ts'
import { datasetOf, type SampleRow } from '../sample/row.ts'
import { spaceOf, type SampleSpace } from '../sample/space.ts'
import type { PropertyRun } from './index.ts'
import { someRows } from './property.ts'

export interface ProgramOptions {
  readonly runs?: number
  readonly seed?: number
  readonly prepare: Prepare
}

/**
 * Tries the programs of a standard with invented inputs, zeros among them: each gives a value or says that there is none,
 * and the same value again, whoever else is asked for. All other laws take what a program works out as it is: a manifest
 * does not say which way an input should move it.
 *
 * @returns Null for a standard without programs. The first row with each fault.
 */
export async function checkPrograms(
  subject: LoadedPlugin,
  { runs = 50, seed = 1, prepare }: ProgramOptions,
): Promise<PropertyRun | null> {
  if (!runsCode(subject)) return null
  const plugin = dated(subject)
  const space = withZeros(spaceOf(plugin.catalogue, plugin.plan), plugin)
  const rows = someRows({ catalogue: plugin.catalogue, plan: plugin.plan, space, runs, seed, score })
  const once = await prepareRows(plugin, datasetOf(rows), prepare)
  const turned = await prepareRows(plugin, datasetOf(rows.toReversed()), prepare)
  return { property: 'programs', runs, findings: [...failures(once, { rows, space }), ...unlike(once, turned, plugin)] }
}

/** Inputs may be nothing at all, where their bounds let them: what a program most easily forgets. */
function withZeros(space: SampleSpace, { plan }: LoadedPlugin): SampleSpace {
  const inputs = new Map((plan.framework.inputs ?? []).map((input) => [input.id, input]))
  const facts = space.facts.map(({ id, values }) => {
    const input = inputs.get(id)
    const zero = Math.max(input?.min ?? 0, Math.min(input?.max ?? 0, 0))
    return input === undefined || values.includes(zero) ? { id, values } : { id, values: [...values, zero] }
  })
  return { ...space, facts }
}

interface Asked {
  readonly rows: readonly SampleRow[]
  readonly space: SampleSpace
}

function failures({ refused }: PreparedRows, { rows, space }: Asked): readonly Fault[] {
  const found = new Map<string, Fault>()
  for (const [row, faults] of refused) {
    for (const one of faults) {
      const key = `${one.code} ${one.at.file ?? ''} ${one.at.line ?? ''} ${one.at.id ?? ''}`
      const { file, line, column, id } = one.at
      const at = { ...(file && { file }), ...(line && { line }), ...(column && { column }), ...(id && { id }) }
      const given = rows[row]
      const params = { reason: one.code, example: given ? shortly(space, given) : '–' }
      if (!found.has(key)) found.set(key, fault('PROPERTY_PROGRAM_FAILS', params, at))
    }
  }
  return [...found.values()]
}

function unlike(once: PreparedRows, turned: PreparedRows, { plan }: LoadedPlugin): readonly Fault[] {
  const last = once.dataset.size - 1
  return plan.nodes.flatMap((node) => {
    if (isBranch(node) || !node.spec.code) return []
    const { id, code } = node.spec
    const [a, b] = [once, turned].map(({ dataset }) => dataset.columns.get(id)?.values)
    const differs = a?.some((value, row) => !Object.is(value, b?.[last - row])) ?? false
    return differs ? [fault('PROPERTY_PROGRAM_DIFFERS', {}, { file: code.file, id })] : []
  })
}
