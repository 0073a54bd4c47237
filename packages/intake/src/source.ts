import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** A file to read: its name as the user knows it, and its bytes or where they lie. */
export type DataSource =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string }

const CHUNK = 64 * 1024

/** The file's bytes, chunk by chunk, from the beginning; each call reads anew. */
export async function* chunksOf(source: DataSource): AsyncGenerator<Uint8Array> {
  if ('path' in source) {
    const file: AsyncIterable<Uint8Array> = createReadStream(source.path, { highWaterMark: CHUNK })
    yield* file
    return
  }
  for (let start = 0; start < source.bytes.length; start += CHUNK) yield source.bytes.subarray(start, start + CHUNK)
}

/** Length in bytes and the first bytes, by which a file says what it is. */
export async function headOf(source: DataSource): Promise<{ readonly length: number; readonly start: Uint8Array }> {
  if ('bytes' in source) return { length: source.bytes.length, start: source.bytes.subarray(0, 8) }
  const file = await open(source.path)
  try {
    const { size } = await file.stat()
    const start = new Uint8Array(Math.min(8, size))
    await file.read(start, 0, start.length, 0)
    return { length: size, start }
  } finally {
    await file.close()
  }
}
