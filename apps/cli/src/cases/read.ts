/** Golden cases of a plugin, `cases.yaml` beside its manifest: values, and the result that they must give. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'

const cell = z.union([z.number(), z.boolean(), z.null(), z.string(), z.array(z.number())])
const score = z.number().nullable()

const goldenCase = z.strictObject({
  id: z.string().optional(),
  unit: z.string(),
  period: z.string(),
  group: z.string().nullish(),
  facts: z.record(z.string(), cell).default({}),
  values: z.record(z.string(), cell).default({}),
  expected: z.strictObject({
    composite: score.optional(),
    core: score.optional(),
    nodes: z.record(z.string(), score).default({}),
    gradeByScore: z.string().nullish(),
    grade: z.string().nullish(),
    status: z.enum(['graded', 'vetoed', 'not-admitted', 'no-result']).optional(),
    gates: z.array(z.string()).optional(),
    limitedBy: z.string().nullish(),
    cappedBy: z.string().nullish(),
  }),
})
const casesFile = z.strictObject({ synthetic: z.literal(true), cases: z.array(goldenCase) })

export type GoldenCase = z.infer<typeof goldenCase>

/**
 * @param name - What faults call the file.
 * @returns The cases; none where the plugin has no file of them.
 * @throws FaultError CASES_NOT_YAML, CASES_INVALID - with the line.
 */
export async function readCases(directory: string, name: string): Promise<readonly GoldenCase[]> {
  const text = await readFile(path.join(directory, 'cases.yaml'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return []
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const file = `${name}/cases.yaml`
  if (document.errors.length > 0) {
    throw new FaultError(
      document.errors.map(({ message, linePos }) => {
        const [detail = ''] = message.split('\n')
        return fault(
          'CASES_NOT_YAML',
          { detail },
          { file, line: linePos?.[0].line ?? 1, column: linePos?.[0].col ?? 1 },
        )
      }),
    )
  }
  const parsed = casesFile.safeParse(document.toJS())
  if (parsed.success) return parsed.data.cases
  throw new FaultError(
    parsed.error.issues.map((issue) => {
      const node = document.getIn(issue.path, true)
      const offset = hasRange(node) ? node.range[0] : 0
      const { line, col } = lines.linePos(offset)
      return fault('CASES_INVALID', { detail: issue.message }, { file, line, column: col, path: issue.path.join('/') })
    }),
  )
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
