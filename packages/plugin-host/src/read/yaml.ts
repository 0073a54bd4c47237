import { fault, type Fault } from '@plumbline/kernel'
import { LineCounter, parseDocument, type YAMLError } from 'yaml'
import { createLocator, type Locate } from './locate.ts'

/** A YAML file as plain data, with the way back from a path in the data to a place in the file. */
export interface YamlFile {
  readonly value: unknown
  readonly locate: Locate
  /** Syntax faults; `value` is to be trusted only where there are none, or only duplicate keys. */
  readonly faults: readonly Fault[]
  readonly readable: boolean
}

/** More than any hand-written standard needs; far less than an alias bomb does. */
const MAX_ALIASES = 100

/** The yaml library's codes that have a wording of their own. */
const WORDED = new Set([
  'BAD_INDENT',
  'DUPLICATE_KEY',
  'MISSING_CHAR',
  'MULTIPLE_DOCS',
  'NON_STRING_KEY',
  'TAB_AS_INDENT',
])

/**
 * Parses one YAML 1.2 document: no tags, string keys, no duplicate keys, few aliases.
 *
 * @param file - Name of the file as the user knows it, for the places of faults.
 */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: true,
    version: '1.2',
  })
  const locate = createLocator(document, { file, text, lines })
  const errors = [...document.errors, ...document.warnings]
  const tooDeep = errors.find((error) => error.code === 'RESOURCE_EXHAUSTION')
  if (tooDeep) return refused(locate, [fault('YAML_TOO_DEEP', {}, { file })])

  const faults = distinct(errors.map((error) => syntaxFault(error, { file, ...position(lines, error) })))
  if (errors.some((error) => error.code !== 'DUPLICATE_KEY')) return refused(locate, faults)
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), locate, faults, readable: true }
  } catch (error) {
    const code = String(error).includes('alias count') ? 'YAML_ALIASES' : 'YAML_ALIAS_UNKNOWN'
    return refused(locate, [...faults, fault(code, { most: MAX_ALIASES }, { file })])
  }
}

const refused = (locate: Locate, faults: readonly Fault[]): YamlFile => ({
  value: undefined,
  locate,
  faults,
  readable: false,
})

function syntaxFault(error: YAMLError, at: Fault['at']): Fault {
  return WORDED.has(error.code)
    ? fault(`YAML_${error.code}`, {}, at)
    : fault('YAML_SYNTAX', { detail: error.message }, at)
}

function position(lines: LineCounter, error: YAMLError): { line: number; column: number } {
  const { line, col } = lines.linePos(error.pos[0])
  return { line, column: col }
}

/** One unclosed bracket makes the parser complain many times at one spot. */
function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((one) => [`${one.code} ${one.at.line} ${one.at.column}`, one])).values()]
}
