import type { StoredRound } from '@plumbline/db'
import type { CanonicalObject } from '@plumbline/digest'
import type { Lock } from '@plumbline/plugin-host'

/**
 * The lock of a round. Parse step: the column holds what `lockOf` gave when the round was made, and never changes; locks
 * from before there was code to run name no sandbox.
 */
export const lockOfRound = ({ lock }: StoredRound): Lock => {
  const { sandbox = null, ...rest } = lock as Omit<Lock, 'sandbox'> & Partial<Pick<Lock, 'sandbox'>>
  return { ...rest, sandbox }
}

/** A lock as canonical JSON can say it, for the event chain. */
export const plainLock = (lock: Lock): CanonicalObject => ({
  ...lock,
  plugin: { ...lock.plugin },
  uses: lock.uses.map((use) => ({ ...use })),
})
