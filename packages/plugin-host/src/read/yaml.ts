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

/** The fault for each of the yaml library's codes; for any other, YAML_SYNTAX with the library's own words. */
const FAULT_CODES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'YAML_BAD_INDENT',
  TAB_AS_INDENT: 'YAML_TAB_AS_INDENT',
  DUPLICATE_KEY: 'YAML_DUPLICATE_KEY',
  NON_STRING_KEY: 'YAML_NON_STRING_KEY',
  MULTIPLE_DOCS: 'YAML_MULTIPLE_DOCS',
  MISSING_CHAR: 'YAML_MISSING_CHAR',
  BLOCK_AS_IMPLICIT_KEY: 'YAML_KEY_LINE',
  MULTILINE_IMPLICIT_KEY: 'YAML_KEY_LINE',
  KEY_OVER_1024_CHARS: 'YAML_KEY_LINE',
  BAD_SCALAR_START: 'YAML_TOKEN',
  UNEXPECTED_TOKEN: 'YAML_TOKEN',
  BAD_DQ_ESCAPE: 'YAML_ESCAPE',
  ALIAS_PROPS: 'YAML_MARK',
  BAD_ALIAS: 'YAML_MARK',
  BAD_DIRECTIVE: 'YAML_MARK',
  BAD_PROP_ORDER: 'YAML_MARK',
  MULTIPLE_ANCHORS: 'YAML_MARK',
  MULTIPLE_TAGS: 'YAML_MARK',
  TAG_RESOLVE_FAILED: 'YAML_MARK',
}

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
  const code = FAULT_CODES[error.code]
  return code ? fault(code, {}, at) : fault('YAML_SYNTAX', { detail: error.message }, at)
}

function position(lines: LineCounter, error: YAMLError): { line: number; column: number } {
  const { line, col } = lines.linePos(error.pos[0])
  return { line, column: col }
}

/** One unclosed bracket makes the parser complain many times at one spot. */
function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((one) => [`${one.code} ${one.at.line} ${one.at.column}`, one])).values()]
}
