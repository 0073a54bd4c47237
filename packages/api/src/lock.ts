import type { StoredRound } from '@plumbline/db'
import type { Lock } from '@plumbline/plugin-host'

/** The lock of a round. Parse step: the column holds what `lockOf` gave when the round was made, and never changes. */
export const lockOfRound = (round: StoredRound): Lock => round.lock as Lock
