import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LIMITS } from './limits.ts'

let known: string | null = null

/**
 * What code is run by, for a round's lock: the engine's bytes and the limits. The same digest gives the same result.
 *
 * @returns `sha256:` and 64 hex digits.
 */
export function sandboxDigest(): string {
  known ??= digestOf(readFileSync(fileURLToPath(import.meta.resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm'))))
  return known
}

const digestOf = (wasm: Uint8Array): string =>
  `sha256:${createHash('sha256').update(wasm).update(JSON.stringify(LIMITS)).digest('hex')}`
