import { readPlb, type PackedPlugin } from '@plumbline/bundle'
import { readDataFile, type Correction, type IntakeReport } from '@plumbline/intake'
import type { Catalogue } from '@plumbline/plugin-api'

/** An uploaded file. */
export interface UploadedFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** A data file, and the standard that says what its cells may hold. */
export interface DataUpload extends UploadedFile {
  readonly catalogue: Catalogue
  /** What the user put right on screen. */
  readonly corrections: readonly Correction[]
}

/** Reads uploads somewhere: the server does it in a worker thread, tests in place. */
export interface Reader {
  /** As `readDataFile` does: every fault of the file is in the report. */
  readData(file: DataUpload): Promise<IntakeReport>
  /** @throws FaultError with everything that `readPlb` refuses. */
  readPacked(file: UploadedFile): Promise<PackedPlugin>
}

/** Reads on the calling thread. */
export const inlineReader: Reader = {
  readData: ({ fileName, bytes, catalogue, corrections }) =>
    readDataFile({ name: fileName, bytes }, catalogue, { corrections }),
  readPacked: async ({ fileName, bytes }) => readPlb(bytes, fileName),
}
