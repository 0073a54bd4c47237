import { z } from 'zod'
import { fits } from './fits.ts'
import { manifest, type Manifest } from './manifest.ts'

/** What the schema says about one place of the data; its `path` leads from the top. */
export type SchemaIssue = z.core.$ZodIssue

/** A manifest, or what is wrong with it. */
export interface ParsedManifest {
  /** null when there is any issue. */
  readonly manifest: Manifest | null
  readonly issues: readonly SchemaIssue[]
}

/** Separates the known keys in the message of an `unrecognized_keys` issue; no key contains it. */
const SEPARATOR = ' '

/**
 * Checks plain data against the manifest's schema and fills in defaults.
 *
 * @returns The manifest, or every issue. Messages are fault codes; about unknown keys they list the known ones.
 */
export function parseManifest(value: unknown): ParsedManifest {
  const result = manifest.safeParse(value, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys' || !(issue.inst instanceof z.ZodObject)) return undefined
      return Object.keys(issue.inst.shape).join(SEPARATOR)
    },
  })
  return result.success ? { manifest: result.data, issues: [] } : { manifest: null, issues: result.error.issues }
}

/**
 * Whether plain data are a manifest as `parseManifest` gives it, defaults and all.
 *
 * @example isManifest(parseManifest(value).manifest) // true where it is not null
 */
export function isManifest(value: unknown): value is Manifest {
  try {
    return fits(manifest, value)
  } catch {
    // Nested deeper than a schema can be followed: nobody wrote that by hand.
    return false
  }
}

/** The keys that the object of an `unrecognized_keys` issue does know. */
export const knownKeys = (issue: SchemaIssue): readonly string[] => issue.message.split(SEPARATOR)
