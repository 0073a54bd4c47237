import { z } from 'zod'
import { manifest } from './manifest.ts'

/**
 * The manifest's JSON Schema (draft 2020-12), for editors: completion and red underlines while a standard is written.
 * Looser than the host, which also checks what crosses from one place of the file to another.
 */
export function manifestJsonSchema(): object {
  return { title: 'Plumbline plugin manifest', ...z.toJSONSchema(manifest, { target: 'draft-2020-12', io: 'input' }) }
}
