import { readFile } from 'node:fs/promises'
import { fault, FaultError } from '@plumbline/kernel'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { dataPath } from '../commands/data-file.ts'
import type { Terminal } from '../terminal.ts'

/**
 * Reads a YAML or JSON file of a known form.
 *
 * @throws FaultError CLI_DOCUMENT_SYNTAX - it is no YAML, at a line; CLI_DOCUMENT_FORM - its content is not of the form.
 * @throws UsageError - there is no such file.
 */
export async function readDocument<T>(name: string, schema: z.ZodType<T>, terminal: Terminal): Promise<T> {
  const text = await readFile(await dataPath(name, terminal), 'utf8')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0)
    throw new FaultError(
      document.errors.map(({ message, pos: [at] }) => {
        const { line, col } = lines.linePos(at)
        return fault('CLI_DOCUMENT_SYNTAX', { detail: message }, { file: name, line, column: col })
      }),
    )
  // Aliases are bounded, so that a small file cannot become a large document.
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }))
  if (parsed.success) return parsed.data
  throw new FaultError(
    parsed.error.issues.map(({ path, message }) =>
      fault('CLI_DOCUMENT_FORM', { place: path.join('/') || '/', detail: message }, { file: name }),
    ),
  )
}
