import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** One place in the code that raises a fault. `params` is null where the names of its figures cannot be read off. */
export interface Raised {
  readonly code: string
  readonly file: string
  readonly params: readonly string[] | null
}

/** Every fault code in the sources of packages and apps, with the names of the figures that go with it. */
export function raisedCodes(): readonly Raised[] {
  return globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => !file.includes('/i18n/src/') && !/\.test\.tsx?$/.test(file))
    .sort()
    .flatMap((file) => raisedIn(file, readFileSync(join(ROOT, file), 'utf8')))
}

/** Literals in capitals that are no fault codes: names of errors and settings of Node, YAML, tRPC and PostgreSQL. */
const OTHERS =
  /^(ERR_\w+|E[A-Z]+|DATABASE_URL|INIT_CWD|LC_\w+|PLUMBLINE_\w+|NODE_ENV|BAD_INDENT|DUPLICATE_KEY|MISSING_CHAR|MULTIPLE_DOCS|NON_STRING_KEY|TAB_AS_INDENT|RESOURCE_EXHAUSTION|BAD_REQUEST|NOT_FOUND|INTERNAL_SERVER_ERROR|PRECONDITION_FAILED|PARSE_ERROR|PAYLOAD_TOO_LARGE|UNPROCESSABLE_CONTENT|CLIENT_CLOSED_REQUEST|TOO_MANY_REQUESTS|SERVICE_UNAVAILABLE|METHOD_NOT_SUPPORTED|CSV_\w+)$/

const LITERAL = /(?<=[([{,:?=\s])'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g
const CALL = /\bfault\(\s*'([A-Z][A-Z0-9_]*)'/g

export function raisedIn(file: string, text: string): readonly Raised[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, ' ')
  const literals = [...code.matchAll(LITERAL), ...code.matchAll(CALL)]
  return literals
    .filter(([, name = '']) => !OTHERS.test(name))
    .map(({ 0: found, 1: name = '', index }) => {
      const before = code.slice(Math.max(0, index - 120), index) + found.slice(0, found.indexOf("'"))
      const whole = WHOLE.test(before)
      return { code: name, file, params: whole ? paramsAfter(code.slice(index + found.length)) : null }
    })
}

/** Where the call is the fault itself; elsewhere (a helper, a table of codes) figures may still be added. */
const WHOLE = /\b(fault\(\s*|problem\([^;]*,\s*)$/

/** Names in the object literal that follows a code: `'CODE', { limit, actual: size }`. */
function paramsAfter(rest: string): readonly string[] | null {
  if (/^\s*\)/.test(rest)) return []
  if (!/^\s*,\s*\{/.test(rest)) return null
  const body = balanced(rest.slice(rest.indexOf('{')))
  const entries = topLevel(body)
  if (entries.some((entry) => entry.startsWith('...'))) return null
  return entries.map((entry) => /^\w+/.exec(entry)?.[0] ?? entry)
}

/** What stands between the first bracket and the one that closes it. */
function balanced(text: string): string {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if ('{[('.includes(text.charAt(at))) depth++
    if ('}])'.includes(text.charAt(at)) && --depth === 0) return text.slice(1, at)
  }
  return text
}

function topLevel(body: string): readonly string[] {
  const entries = ['']
  let depth = 0
  for (const char of body) {
    if ('{[('.includes(char)) depth++
    if ('}])'.includes(char)) depth--
    if (char === ',' && depth === 0) entries.push('')
    else entries.push((entries.pop() ?? '') + char)
  }
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '')
}
