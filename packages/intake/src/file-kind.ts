/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'zip' | 'compound' | 'document' | 'text'

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** What people send instead of a table, by its first bytes: PDF, RTF, HTML, PNG, JPEG. */
const DOCUMENTS = [
  bytesOf('%PDF-'),
  bytesOf('{\\rtf'),
  bytesOf('<html'),
  bytesOf('<!DOC'),
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

export function kindOf(start: Uint8Array): FileKind {
  if (start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5)) return 'zip'
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => start[index] === byte)
  if (begins(COMPOUND)) return 'compound'
  return DOCUMENTS.some(begins) ? 'document' : 'text'
}

function bytesOf(ascii: string): readonly number[] {
  return [...Buffer.from(ascii, 'ascii')]
}

/** Stands in a compound file that is the envelope of a workbook with a password. */
export const ENCRYPTED_MARK = Buffer.from('EncryptedPackage', 'utf16le')
