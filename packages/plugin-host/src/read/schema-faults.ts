import { fault, type Fault, type FaultParam } from '@plumbline/kernel'
import { nearest, knownKeys, type SchemaIssue } from '@plumbline/plugin-api'
import { placeIssues, type PlacedIssue } from './issues.ts'
import type { Locate } from './locate.ts'
import { valueAt, type Path } from './path.ts'

export interface IssueFault {
  readonly path: Path
  readonly fault: Fault
}

/**
 * Puts a schema's issues into faults, each with its place in the file.
 *
 * @param value - The data that were parsed: what stands at an issue's path, and what is missing there.
 */
export function issueFaults(issues: readonly SchemaIssue[], value: unknown, locate: Locate): readonly IssueFault[] {
  const found = placeIssues(issues).flatMap((placed) => oneIssue(placed, { value, locate }))
  const meant = new Set(
    found.flatMap((one) => (one.fault.params['nearest'] ? [under(one.path, one.fault.params['nearest'])] : [])),
  )
  return found.filter((one) => !MISSING.has(one.fault.code) || !meant.has(JSON.stringify(one.path)))
}

/** A key that is only misspelt is not missing as well. */
const MISSING = new Set(['MANIFEST_KEY_MISSING', 'MANIFEST_CHINESE_MISSING', 'MANIFEST_ENGLISH_MISSING'])

const under = (path: Path, key: FaultParam): string => JSON.stringify([...path.slice(0, -1), key])

interface Context {
  readonly value: unknown
  readonly locate: Locate
}

function oneIssue({ issue, path }: PlacedIssue, context: Context): readonly IssueFault[] {
  const actual = valueAt(context.value, path)
  const raise = (code: string, params: Readonly<Record<string, FaultParam>> = {}): readonly IssueFault[] => [
    { path, fault: fault(code, params, context.locate(path)) },
  ]

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, knownKeys(issue), { path, locate: context.locate }))
    case 'invalid_union':
      if (actual === undefined) return missingKey(path, context)
      return raise('MANIFEST_VALUE', { actual: show(actual), allowed: allowed(issue) })
    case 'invalid_value':
      if (actual === undefined) return missingKey(path, context)
      return raise('MANIFEST_VALUE', { actual: show(actual), allowed: issue.values.map(String) })
    case 'invalid_type':
      if (actual === undefined || (actual === null && isLanguage(path.at(-1)))) return missingKey(path, context)
      return raise(TYPE_CODES[issue.expected] ?? 'MANIFEST_NOT_A_MAP', { actual: show(actual) })
    case 'invalid_key':
      return raise(issue.issues[0]?.message ?? 'MANIFEST_ID', { actual: String(path.at(-1)) })
    case 'too_small':
      return raise(isList(actual) ? 'MANIFEST_TOO_FEW' : 'MANIFEST_TOO_SMALL', limits(Number(issue.minimum), actual))
    case 'too_big':
      return raise(isList(actual) ? 'MANIFEST_TOO_MANY' : 'MANIFEST_TOO_BIG', limits(Number(issue.maximum), actual))
    default:
      // Formats of ids, versions and texts: their message is the fault's code.
      return raise(issue.message, { actual: show(actual) })
  }
}

function unknownKey(
  key: string,
  known: readonly string[],
  { path, locate }: { readonly path: Path; readonly locate: Locate },
): IssueFault {
  const meant = nearest(key, known)
  const place = locate([...path, key], 'key')
  return {
    path: [...path, key],
    fault: meant
      ? fault('MANIFEST_KEY_MISSPELT', { key, nearest: meant }, place)
      : fault('MANIFEST_KEY_UNKNOWN', { key, known }, place),
  }
}

function missingKey(path: Path, { locate }: Context): readonly IssueFault[] {
  const key = String(path.at(-1) ?? '')
  const code = isLanguage(key)
    ? key === 'zh'
      ? 'MANIFEST_CHINESE_MISSING'
      : 'MANIFEST_ENGLISH_MISSING'
    : 'MANIFEST_KEY_MISSING'
  return [{ path, fault: fault(code, { key }, locate(path)) }]
}

const isLanguage = (key: string | number | undefined): boolean => key === 'zh' || key === 'en'

function allowed(issue: SchemaIssue): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
}

const TYPE_CODES: Readonly<Record<string, string>> = {
  string: 'MANIFEST_NOT_TEXT',
  number: 'MANIFEST_NOT_A_NUMBER',
  int: 'MANIFEST_NOT_WHOLE',
  boolean: 'MANIFEST_NOT_YES_OR_NO',
  array: 'MANIFEST_NOT_A_LIST',
  tuple: 'MANIFEST_NOT_A_LIST',
  object: 'MANIFEST_NOT_A_MAP',
  record: 'MANIFEST_NOT_A_MAP',
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const limits = (limit: number, actual: unknown): Readonly<Record<string, FaultParam>> => ({
  limit,
  actual: isList(actual) ? actual.length : show(actual),
})

/** A value as a fault shows it. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
