import { FaultError } from '@plumbline/kernel'
import { digestOf } from '@plumbline/plugin-host'
import type { PackedPlugin } from '../src/index.ts'

export const FILES = { 'plugin.yaml': 'id: small\nversion: 0.1.0\n', 'METHOD.en.md': 'How it is done.\n' }

/** A version whose files are these; nothing here loads it. */
export const versionOf = (files: Readonly<Record<string, string>> = FILES, version = '0.1.0'): PackedPlugin => ({
  ref: { id: 'small', version, digest: digestOf({ files }) },
  bundle: { files },
  signatures: [],
})

/** The same with what may travel outside the digest. */
export const PARTS = { form: '{"edition":1,"manifest":{"id":"small"}}\n', cases: 'cases: []\n' }
export const withParts = (parts: Partial<typeof PARTS> = PARTS): PackedPlugin => {
  const version = versionOf()
  return { ...version, bundle: { ...version.bundle, ...parts } }
}

/** Codes of what a piece of work refuses; empty where it refuses nothing. */
export function codesOf(work: () => unknown): readonly string[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ code }) => code)
    throw error
  }
}
