import path from 'node:path'
import { registerFiles, type OpenedStandards, type RequestContext } from '@plumbline/api'
import type { FailedPlugin } from '@plumbline/plugin-host'
import type { Terminal } from './terminal.ts'
import type { FormChecker } from './worker/form-checker.ts'

interface Means {
  readonly app: RequestContext
  readonly checker: FormChecker
  readonly terminal: Terminal
  /** Ends the work between two steps. */
  readonly signal: AbortSignal
}

/**
 * What a start leaves for afterwards: versions that were loaded from their forms are checked in full, sound ones are
 * registered, and the others are named like every plugin that fails. Until then none of them is scored by unchecked.
 */
export async function checkVersions(opened: OpenedStandards, { app, checker, terminal, signal }: Means): Promise<void> {
  const { db } = app.database
  const told = new Set(opened.standards.failed.map(({ directory }) => directory))
  const before = new Set(opened.files().map(({ plugin }) => plugin.ref.digest))
  for (let asked = opened.unchecked(); asked.versions.length > 0; asked = opened.unchecked()) {
    const verdict = await checker.check(asked)
    if (signal.aborted) return
    await opened.settle(db, verdict)
    // What was built on a version that fails is loaded anew and checked with the next turn.
    if (verdict.failed.size === 0) break
  }
  sayFailed(
    opened.standards.failed.filter(({ directory }) => !told.has(directory)),
    terminal,
  )
  await registerFiles(
    app,
    opened.files().filter(({ plugin }) => !before.has(plugin.ref.digest)),
  )
}

/** Names plugins that are not there, with every reason. */
export function sayFailed(failed: readonly FailedPlugin[], terminal: Terminal): void {
  for (const { id, version, directory, faults } of failed) {
    terminal.say('pluginFailed', { plugin: [id ?? path.basename(directory), version ?? ''].join(' ').trim() })
    terminal.faults(faults)
  }
}
