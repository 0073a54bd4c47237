/** What the command's exit code says. */
export const Exit = {
  ok: 0,
  /** The plugin or the data has faults; they were printed. */
  faults: 1,
  /** The command was called in a way that it does not know. */
  usage: 2,
  /** A fault of the program or of the machine. */
  internal: 3,
  /** Ctrl+C stopped it: 128 and the number of the signal, as shells have it. Nothing was left behind. */
  cancelled: 130,
} as const
export type Exit = (typeof Exit)[keyof typeof Exit]

/** The command line is wrong; the message is for the user, in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
