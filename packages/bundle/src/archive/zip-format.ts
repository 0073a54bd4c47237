/** PKWARE APPNOTE 6.3.10: local header (4.3.7), central directory header (4.3.12), end of central directory (4.3.16). */
export const ZIP = {
  local: 0x04034b50,
  localLength: 30,
  directory: 0x02014b50,
  directoryLength: 46,
  end: 0x06054b50,
  endLength: 22,
  longestComment: 0xffff,
  /** Method 0: stored as it is; 8: deflated. */
  stored: 0,
  deflated: 8,
  /** Bits of the flags. */
  encrypted: 1,
  utf8: 1 << 11,
} as const

/** One line of the directory, as it stands there: nothing of it is true before it is checked. */
export interface ZipEntry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  /** Where the local header begins. */
  readonly start: number
  /** Upper half of the external attributes: file type and permissions on Unix. */
  readonly mode: number
}
