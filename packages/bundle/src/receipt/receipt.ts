import { canonicalJson, sha256 } from '@plumbline/digest'
import { fault, FaultError } from '@plumbline/kernel'
import { z } from 'zod'

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const ref = z.strictObject({ id: z.string(), version: z.string(), digest })
const number = z.number().nullable()
const text = z.string().nullable()
const json = z.json()

const cell = z.union([
  z.number(),
  z.strictObject({ blank: z.int().min(1).max(4) }),
  z.strictObject({ ratings: z.array(z.number()), value: number }),
])
const inputRow = z.strictObject({
  unit: z.string(),
  period: z.string(),
  group: text,
  cells: z.record(z.string(), cell),
})

const resultRow = z.strictObject({
  unit: z.string(),
  score: number,
  core: number,
  status: z.enum(['graded', 'vetoed', 'not-admitted', 'no-result', 'screened-out']),
  grade: text,
  gradeByScore: text,
  rank: number,
  groupRank: number,
  gates: z.array(z.string()),
  limitedBy: text,
  cappedBy: text,
  coverage: number,
  nodes: z.record(z.string(), number),
  contributions: z.record(z.string(), number),
})

const event = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  kind: z.string(),
  subject: z.string(),
  payload: z.record(z.string(), json),
  prevHash: z.string(),
  hash: z.string(),
})

const receipt = z.strictObject({
  format: z.literal('plumbline-receipt/1'),
  round: z.strictObject({ key: z.string(), plugin: z.string(), period: z.string(), demonstration: z.boolean() }),
  /** What the round is pinned to. */
  lock: z.strictObject({
    plugin: ref,
    uses: z.array(ref),
    kernel: z.string(),
    semantics: z.int(),
    sandbox: text,
    asOf: z.string(),
  }),
  /** Files of the plugin and of everything it uses, by digest: nothing else is needed to compute the result again. */
  bundles: z.record(z.string(), z.strictObject({ files: z.record(z.string(), z.string()) })),
  input: z.strictObject({ digest, rows: z.array(inputRow), history: z.array(inputRow) }),
  result: z.strictObject({
    digest,
    /** Kernel and edition that computed it. */
    kernel: z.string(),
    semantics: z.int(),
    at: z.string(),
    rows: z.array(resultRow),
  }),
  /** The event that recorded the run, and where the chain ended when the receipt was made. */
  event,
  chain: z.strictObject({ seq: z.int(), hash: z.string() }),
})

/** Everything behind one published result: enough to compute it again with no server, no network and no database. */
export type Receipt = z.output<typeof receipt>
export type ReceiptInput = Receipt['input']['rows'][number]
export type ReceiptResult = Receipt['result']['rows'][number]

/**
 * Reads a receipt.
 *
 * @param name - What faults call the file.
 * @throws FaultError RECEIPT_UNREADABLE - no JSON, another format, or not laid out as a receipt; by path.
 */
export function readReceipt(content: string, name: string): Receipt {
  const parsed = receipt.safeParse(jsonOf(content))
  if (parsed.success) return parsed.data
  throw new FaultError(
    parsed.error.issues
      .slice(0, 20)
      .map(({ path, message }) =>
        fault('RECEIPT_UNREADABLE', { detail: message }, { file: name, path: path.join('/') }),
      ),
  )
}

/** Hash of an event of the chain, from everything in it but its hash. */
export function eventHashOf({ hash: _, ...content }: Receipt['event']): string {
  return sha256(canonicalJson(content))
}

/** A receipt as the file that is handed out. */
export const receiptText = (made: Receipt): string => `${canonicalJson(made)}\n`

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
