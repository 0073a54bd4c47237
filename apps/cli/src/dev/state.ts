/** What `plumbline dev` tells its page after each save. */
import { FaultError, type Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { differenceFault, lint, prepareCases, readCases, runCases, type GoldenCase } from '@plumbline/testkit'
import { findPlugin, shownPath } from '../plugin/find.ts'
import { withPrograms } from '../plugin/with-programs.ts'
import type { Terminal } from '../terminal.ts'

export interface DevCase {
  readonly name: string
  readonly unit: string
  readonly period: string
  readonly group: string | null
  readonly values: GoldenCase['values']
}

export interface DevStandard {
  readonly catalogue: Catalogue
  readonly cases: readonly DevCase[]
  readonly differences: readonly Fault[]
}

export interface DevState {
  readonly revision: number
  readonly folder: string
  /** ISO 8601. */
  readonly at: string
  readonly asOf: string
  /** Of the files as they are now; where they can be used, what the linter says of them. */
  readonly faults: readonly Fault[]
  /** The last version that could be used. */
  readonly standard: DevStandard | null
}

/**
 * Checks a folder as it stands.
 *
 * @param before - The state so far: its standard stays where the new one cannot be used.
 */
export async function checkFolder(directory: string, before: DevState | null, terminal: Terminal): Promise<DevState> {
  const now = new Date().toISOString()
  const head = {
    revision: (before?.revision ?? 0) + 1,
    folder: shownPath(directory, terminal.directory),
    at: now,
    asOf: now.slice(0, 10),
  }
  try {
    return { ...head, ...(await standardIn(directory, terminal)) }
  } catch (error) {
    if (error instanceof FaultError) return { ...head, faults: error.faults, standard: before?.standard ?? null }
    throw error
  }
}

async function standardIn(directory: string, terminal: Terminal): Promise<Pick<DevState, 'faults' | 'standard'>> {
  const { plugin } = await findPlugin(directory, terminal)
  const name = shownPath(directory, terminal.directory)
  const file = await prepareCases(plugin, await readCases(directory, name), withPrograms)
  const cases = file.cases.map(({ id, unit, period, group, facts, values }): DevCase => ({
    name: id ?? unit,
    unit,
    period,
    group: group ?? null,
    values: { ...facts, ...values },
  }))
  const differences = runCases(plugin, file).flatMap((one) => [differenceFault(one), ...one.causes])
  const { warnings } = lint({ plugin, cases: file, name })
  return { faults: warnings, standard: { catalogue: plugin.catalogue, cases, differences } }
}
