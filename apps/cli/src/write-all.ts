import { once } from 'node:events'

/** So much text is gathered before it is written: a system call for each piece would be slow. */
const BATCH = 65_536

/**
 * Writes pieces of text at the pace of whoever reads them, so that a slow reader does not fill the memory.
 *
 * @returns When all is written, or as soon as the reader has gone.
 */
export async function writeAll(stream: NodeJS.WritableStream, pieces: Iterable<string>): Promise<void> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < BATCH) continue
    if ((await write(stream, batch)) === 'gone') return
    batch = ''
  }
  await write(stream, batch)
}

async function write(stream: NodeJS.WritableStream, text: string): Promise<'written' | 'gone'> {
  if (stream.write(text)) return 'written'
  try {
    await once(stream, 'drain')
    return 'written'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 'gone'
    throw error
  }
}
