import { canonicalJson, digestOfLists, type CanonicalObject, type CanonicalValue } from '@plumbline/digest'
import { fault, planAt, score, type Dataset, type Fault } from '@plumbline/kernel'
import { digestOf, loadLocked, type LoadedPlugin } from '@plumbline/plugin-host'
import { unitsOf } from './computed-unit.ts'
import { datasetOf, type InputCell, type InputUnit } from './input.ts'
import { eventHashOf, type Receipt, type ReceiptInput, type ReceiptResult } from './receipt.ts'
import { comparable } from './result.ts'

/** One figure that comes out otherwise than the receipt says. */
export interface Difference {
  readonly unit: string
  /** Name of the figure: `score`, `grade`, `nodes/<id>`, `contributions/<id>` … */
  readonly item: string
  /** As JSON; null where there is none. */
  readonly stored: string | null
  readonly computed: string | null
}

/** Whether a receipt holds, and what differs. */
export interface ReceiptVerdict {
  /** The computation gives the receipt's result, byte by byte, and everything in the receipt fits together. */
  readonly same: boolean
  /** What in the receipt does not fit its own digests. */
  readonly faults: readonly Fault[]
  readonly differences: readonly Difference[]
  /** Digest of the result computed here. */
  readonly computedDigest: string | null
}

/** Works out what the plugin's programs add to the data; whoever has a sandbox for them gives it. */
export type Prepare = (plugin: LoadedPlugin, dataset: Dataset) => Promise<Dataset>

/**
 * Computes a published result again from its receipt alone.
 *
 * @param prepare - Runs the programs of a standard that has any; one that has none needs nothing.
 * @throws FaultError with everything that loading the plugin or scoring the data can raise.
 */
export async function verifyReceipt(
  receipt: Receipt,
  prepare: Prepare = async (_, dataset) => dataset,
): Promise<ReceiptVerdict> {
  const faults = [...bundleFaults(receipt), ...digestFaults(receipt), ...eventFaults(receipt)]
  if (faults.some(({ code }) => code === 'RECEIPT_BUNDLE'))
    return { same: false, faults, differences: [], computedDigest: null }
  const plugin = loadLocked(receipt.lock, new Map(Object.entries(receipt.bundles)))
  const computed = await compute(plugin, receipt, prepare)
  const differences = differencesOf(receipt.result.rows, computed)
  const computedDigest = digestOfLists({ rows: computed })
  const same = faults.length === 0 && differences.length === 0 && computedDigest === receipt.result.digest
  return { same, faults, differences, computedDigest }
}

async function compute(
  plugin: LoadedPlugin,
  { input, lock }: Receipt,
  prepare: Prepare,
): Promise<readonly CanonicalObject[]> {
  const plan = planAt(plugin.plan, lock.asOf)
  const dataset = await prepare({ ...plugin, plan }, datasetOf(input.rows.map(unitOf)))
  const history = input.history.length > 0 ? { history: datasetOf(input.history.map(unitOf)) } : {}
  const result = score(plan, dataset, history)
  return unitsOf(result, plugin.catalogue, dataset.units).map(comparable)
}

/** The way back from `inputForm`. */
function unitOf({ unit, period, group, cells }: ReceiptInput): InputUnit {
  return { code: unit, period, group, cells: Object.entries(cells).map(([item, cell]) => cellOf(item, cell)) }
}

function cellOf(item: string, cell: ReceiptInput['cells'][string]): InputCell {
  if (typeof cell === 'number') return { item, value: cell, blank: 0, ratings: null }
  if ('blank' in cell) return { item, value: null, blank: cell.blank, ratings: null }
  return { item, value: cell.value, blank: 0, ratings: cell.ratings }
}

function bundleFaults({ lock, bundles }: Receipt): readonly Fault[] {
  return [lock.plugin, ...lock.uses].flatMap(({ id, version, digest }) => {
    const bundle = bundles[digest]
    const at = { plugin: id }
    if (!bundle) return [fault('RECEIPT_BUNDLE', { version, declared: digest, actual: null }, at)]
    const actual = digestOf(bundle)
    return actual === digest ? [] : [fault('RECEIPT_BUNDLE', { version, declared: digest, actual }, at)]
  })
}

function digestFaults({ input, result }: Receipt): readonly Fault[] {
  const inputs = digestOfLists({ rows: input.rows, history: input.history })
  const results = digestOfLists({ rows: result.rows })
  return [
    ...(inputs === input.digest ? [] : [fault('RECEIPT_INPUT', { declared: input.digest, actual: inputs })]),
    ...(results === result.digest ? [] : [fault('RECEIPT_RESULT', { declared: result.digest, actual: results })]),
  ]
}

/** The event must hash to what it says and name the digests of this receipt. */
function eventFaults({ event, input, result, lock, round, chain }: Receipt): readonly Fault[] {
  const { inputDigest, resultDigest, pluginDigest } = event.payload
  const names =
    event.kind === 'run' &&
    event.subject === round.key &&
    inputDigest === input.digest &&
    resultDigest === result.digest &&
    pluginDigest === lock.plugin.digest
  const hash = eventHashOf(event)
  const linked = chain.seq > event.seq || (chain.seq === event.seq && chain.hash === event.hash)
  return hash === event.hash && names && linked ? [] : [fault('RECEIPT_EVENT', { seq: event.seq })]
}

/** Unit by unit, figure by figure. Rows are in the order of the input. */
function differencesOf(stored: readonly ReceiptResult[], computed: readonly CanonicalObject[]): readonly Difference[] {
  const size = Math.max(stored.length, computed.length)
  return Array.from({ length: size }, (_, row) => row).flatMap((row) => {
    const [was, is] = [figuresOf(stored[row]), figuresOf(computed[row])]
    const unit = JSON.parse(was.get('unit') ?? is.get('unit') ?? '""') as string
    const items = Array.from(new Set([...was.keys(), ...is.keys()]))
    return items.flatMap((item) => {
      const [before, now] = [was.get(item) ?? null, is.get(item) ?? null]
      return before === now ? [] : [{ unit, item, stored: before, computed: now }]
    })
  })
}

/** A row as names and JSON texts, nodes and contributions one by one. */
function figuresOf(row: ReceiptResult | CanonicalObject | undefined): ReadonlyMap<string, string> {
  const figures = new Map<string, string>()
  for (const [key, value] of Object.entries<CanonicalValue>({ ...row })) {
    if (isRecord(value))
      for (const [node, points] of Object.entries(value)) figures.set(`${key}/${node}`, canonicalJson(points))
    else figures.set(key, canonicalJson(value))
  }
  return figures
}

const isRecord = (value: CanonicalValue): value is CanonicalObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
