/** What a packed plugin may be. A hand-written standard is a few hundred kilobytes; all of these leave room above it. */
export const LIMITS = {
  /** Bytes of the packed file. */
  archive: 16 * 1024 * 1024,
  /** Entries, those that are no content included. */
  entries: 256,
  /** Bytes of one entry, unpacked: what a file of a plugin folder may have. */
  entry: 1024 * 1024,
  /** Bytes of all entries together, unpacked. */
  unpacked: 16 * 1024 * 1024,
  /** Unpacked to packed bytes of one entry. Dense text reaches about 10; a bomb reaches 1000. */
  ratio: 100,
  /** Bytes of a path. */
  path: 240,
} as const
