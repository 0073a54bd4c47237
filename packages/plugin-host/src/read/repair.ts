import type { SchemaIssue } from '@plumbline/plugin-api'
import { placeIssues } from './issues.ts'
import type { Path } from './locate.ts'
import { valueAt } from './schema-faults.ts'

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
    if (issue.code === 'unrecognized_keys') remove(copy, path, issue.keys)
    else if (issue.code === 'invalid_key') remove(copy, path.slice(0, -1), [String(path.at(-1))])
    else put(copy, standIn(copy, path))
  }
  return copy
}

interface StandIn {
  readonly path: Path
  readonly value: unknown
}

const TEXT = { zh: '—', en: '—' }
const SCALARS: Readonly<Record<string, unknown>> = {
  apiVersion: 'plumbline/v1',
  kind: 'IndicatorPlugin',
  version: '0.0.0',
  kernel: '*',
  semantics: 1,
  role: 'standard',
  publisher: '—',
  status: 'draft',
  unitOfAssessment: { kind: 'unit', ...TEXT, periodMonths: 12 },
  display: { digits: 2 },
  zh: '—',
  en: '—',
  weight: 0,
  type: 'number',
  direction: 'positive',
  source: 'self',
  evidence: ['unknown'],
  min: 0,
  digits: 2,
  periodMonths: 12,
  maxGrade: '—',
}
const TEXTS = new Set(['title', 'unit', 'calc', 'notApplicableWhen'])
/** Lists whose elements are named elsewhere in the manifest, so a broken one stays under its id. */
const NAMED = new Set(['facts', 'grades'])

function standIn(root: Readonly<Record<string, unknown>>, path: Path): StandIn {
  const cut = (step: string): Path => path.slice(0, path.indexOf(step) + 1)
  const last = path.at(-1)
  if (path.includes('normalise'))
    return { path: cut('normalise'), value: normaliser(valueAt(root, cut('normalise').slice(0, -1))) }
  if (path.includes('aggregate')) return { path: cut('aggregate'), value: { method: 'arithmetic' } }
  if (path[0] === 'gates' && path.includes('when')) return { path: cut('when'), value: condition(root) }
  if (path[0] === 'gates') return { path: path.slice(0, 2), value: gate(root, path) }
  if (path[0] === 'tree') return treePart(path, last)
  if (NAMED.has(String(path[0])) && path.length >= 2) {
    const element = valueAt(root, path.slice(0, 2))
    const id = isRecord(element) && typeof element['id'] === 'string' && last !== 'id' ? element['id'] : key(path)
    return {
      path: path.slice(0, 2),
      value: { id, ...TEXT, ...(path[0] === 'facts' ? { type: 'number' } : { min: Number(path[1]) }) },
    }
  }
  if (path.length === 1 && last === 'id') return { path, value: key(path) }
  if (path.length === 1 && last === 'tree') return { path, value: { id: 'root', ...TEXT, children: [leaf(path)] } }
  if (path.length <= 2 && typeof last === 'string' && last in SCALARS) return { path, value: SCALARS[last] }
  if (path.length === 1 && typeof last === 'string' && TEXTS.has(last)) return { path, value: TEXT }
  return { path: path.slice(0, 1), value: undefined }
}

function treePart(path: Path, last: string | number | undefined): StandIn {
  if (path.length === 1) return { path, value: { id: 'root', ...TEXT, children: [leaf(path)] } }
  if (typeof last === 'number' && path.at(-2) === 'children') return { path, value: leaf(path) }
  if (last === 'children') return { path, value: [leaf(path)] }
  if (last === 'id') return { path, value: key(path) }
  if (typeof last === 'string' && TEXTS.has(last)) return { path, value: TEXT }
  if (typeof last === 'string' && last in SCALARS) return { path, value: SCALARS[last] }
  if (path.includes('evidence')) return { path: path.slice(0, path.indexOf('evidence') + 1), value: ['unknown'] }
  return { path, value: undefined }
}

function normaliser(indicator: unknown): unknown {
  const type = isRecord(indicator) ? indicator['type'] : undefined
  if (type === 'boolean') return { method: 'boolean', whenTrue: 100, whenFalse: 0 }
  const falling = isRecord(indicator) && indicator['direction'] === 'negative'
  return falling ? { method: 'goalposts', worst: 100, best: 0 } : { method: 'goalposts', worst: 0, best: 100 }
}

/** A condition that nothing in the manifest can contradict. */
function condition(root: Readonly<Record<string, unknown>>): unknown {
  const id = isRecord(root['tree']) ? root['tree']['id'] : undefined
  return { node: typeof id === 'string' ? id : 'root', op: '<', value: 0 }
}

function gate(root: Readonly<Record<string, unknown>>, path: Path): unknown {
  const given = valueAt(root, path.slice(0, 2))
  const id = isRecord(given) && typeof given['id'] === 'string' && path[2] !== 'id' ? given['id'] : key(path)
  return { id, kind: 'veto', when: condition(root), ...TEXT }
}

const leaf = (path: Path): unknown => ({
  id: key(path),
  ...TEXT,
  type: 'number',
  unit: TEXT,
  direction: 'positive',
  weight: 1,
  normalise: { method: 'goalposts', worst: 0, best: 100 },
  calc: TEXT,
  source: 'self',
  evidence: ['unknown'],
})

const key = (path: Path): string => `x-${path.join('-').toLowerCase()}`

function put(root: object, { path, value }: StandIn): void {
  const owner = valueAt(root, path.slice(0, -1))
  const last = path.at(-1)
  if (last === undefined || typeof owner !== 'object' || owner === null) return
  if (value === undefined) Reflect.deleteProperty(owner, last)
  else Reflect.set(owner, last, value)
}

function remove(root: object, path: Path, keys: readonly string[]): void {
  const owner = valueAt(root, path)
  if (isRecord(owner)) for (const one of keys) Reflect.deleteProperty(owner, one)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
