/** What one file may hold. Beyond it a file is refused before it costs anything. */
export const MAX_BYTES: number = 64 * 1024 * 1024
/** Of an XLSX, unpacked. */
export const MAX_UNPACKED_BYTES: number = 200 * 1024 * 1024
export const MAX_COLUMNS = 1000
export const MAX_ROWS = 1_000_000
