import type { SchemaIssue } from '@plumbline/plugin-api'
import { placeIssues } from './issues.ts'
import { isRecord, valueAt, type Path } from './path.ts'
import { standInFor } from './stand-ins.ts'

/**
 * Puts harmless stand-ins where a manifest breaks the schema, so that the rest of it can still be checked and all faults
 * come out at once. What is repaired is never loaded: the schema's faults stand, and faults about stand-ins are dropped.
 *
 * @returns A changed copy; elements keep their places, so paths stay valid.
 */
export function repair(value: unknown, issues: readonly SchemaIssue[]): unknown {
  const copy: unknown = structuredClone(value)
  if (!isRecord(copy)) return copy
  for (const { issue, path } of placeIssues(issues)) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) put(copy, [...path, key], undefined)
    else if (issue.code === 'invalid_key') put(copy, path, undefined)
    else {
      const { at, value: standIn } = standInFor(copy, path)
      put(copy, at, standIn)
    }
  }
  return copy
}

function put(root: object, path: Path, value: unknown): void {
  const owner = valueAt(root, path.slice(0, -1))
  const last = path.at(-1)
  if (last === undefined || typeof owner !== 'object' || owner === null) return
  if (value === undefined) Reflect.deleteProperty(owner, last)
  else Reflect.set(owner, last, value)
}
