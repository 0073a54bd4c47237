import { caution, fault, type Dataset, type Fault } from '@plumbline/kernel'
import type { PluginRef, Text } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { prepareRows, type Prepare, type PreparedRows } from '../cases/prepare.ts'
import { readyCases, type ReadyCase } from '../cases/run.ts'
import type { GoldenCase } from '../cases/schema.ts'
import { generateRows } from '../sample/generate.ts'
import { datasetOf } from '../sample/row.ts'
import { dated } from '../sample/dated.ts'
import { spaceOf } from '../sample/space.ts'
import { largest, leastVersion, raisedBy, raisedEnough, type Bump } from './bump.ts'
import type { Change } from './change.ts'
import { declaredBy } from './declared.ts'
import { replay, summarise, type Replay } from './replay.ts'
import { sharesOf, type Attribution } from './shares.ts'
import { structuralChanges } from './structure.ts'

/** Everything that differs between two versions. */
export interface VersionDifference {
  readonly from: PluginRef
  readonly to: PluginRef
  readonly changes: readonly Change[]
  /** What the structure asks for, what the replay asks for, and the larger of the two. */
  readonly structural: Bump
  readonly replayed: Bump
  readonly least: Bump
  /** How far the newer version was raised, and the lowest version that is enough. */
  readonly raised: Bump
  readonly enough: boolean
  readonly leastVersion: string
  readonly replays: readonly Replay[]
  /** Why the version before scored wrongly, where this one declares that it did. */
  readonly corrects: Text | null
  /** Why the scores differ: of the real data, else of the invented rows. */
  readonly attribution: Attribution
}

/** What two versions are tried on. */
export interface DiffOptions {
  /** Golden cases of either version, a list for each file; what stands in both is replayed once. */
  readonly cases?: readonly (readonly GoldenCase[])[]
  /** Real rows, for example of a round. */
  readonly data?: Dataset
  /** The same rows as data of the newer version, where a migration carried them over. */
  readonly migrated?: Dataset
  /** Leading rows of the data that count; the others are there to be looked back to. All unless said. */
  readonly dataRows?: number
  /** Invented rows to replay, 300 unless said; `seed` 1. */
  readonly generated?: number
  readonly seed?: number
  /** false leaves the shares of changes out, which take longest. */
  readonly shares?: boolean
  /** ISO date: parameter rows that take effect after it count as future. */
  readonly asOf: string
  /** Runs the programs of a version; without it what programs work out is missing. */
  readonly prepare?: Prepare
  /** Told after each replay and while shares are worked out: how many of these steps are done, parts of one among them. */
  readonly onStep?: (done: number, steps: number) => void
}

/**
 * How two versions of a standard differ: what changed, the least bump that it asks for, who moves and by how much, and the
 * share of each change. The bump is the larger of what the structure asks for and what a replay of cases, invented rows
 * and real data shows: a replay cannot prove that nothing moves, and a rule may not know that something does.
 *
 * @throws FaultError as `score`, for faults that are not of single rows.
 * @example (await diffVersions(v1, v2, { asOf: '2026-01-01' })).least // 'major'
 */
export async function diffVersions(
  from: LoadedPlugin,
  to: LoadedPlugin,
  options: DiffOptions,
): Promise<VersionDifference> {
  const { editorial, corrects } = declaredBy(to, from.ref.version)
  const [old, next] = [dated(from, options.asOf), dated(to, options.asOf)]
  const changes = [
    ...structuralChanges(from.catalogue, to.catalogue, { editorial, asOf: options.asOf }),
    ...programChanges(from, to),
  ]
  const sets = await replaySets({ from: old, to: next }, options)
  const steps = sets.length + 1
  const replayedSets = sets.map((set, place): ReplayedSet => {
    const parts = set.parts.map((part) => {
      const rows = replay(old, next, part)
      return { part, rows, counted: counting(part, rows) }
    })
    options.onStep?.(place + 1, steps)
    return { source: set.source, parts }
  })
  const replays = replayedSets.map(({ source, parts }) =>
    summarise(
      source,
      parts.flatMap(({ counted }) => counted),
    ),
  )
  const structural = largest(changes.map(({ bump }) => bump))
  const replayed: Bump = replays.some(({ changed }) => changed > 0) ? 'major' : 'none'
  const shared =
    options.shares === false
      ? NO_SHARES
      : attribution(
          { from: old, to: next },
          replayedSets,
          inParts((part) => options.onStep?.(sets.length + part, steps)),
        )
  options.onStep?.(steps, steps)
  const content: Bump = from.ref.digest === to.ref.digest ? 'none' : 'patch'
  const least = largest([structural, replayed, content])
  return {
    from: from.ref,
    to: to.ref,
    changes,
    structural,
    replayed,
    least,
    raised: raisedBy(from.ref.version, to.ref.version),
    enough: raisedEnough(from.ref.version, to.ref.version, least),
    leastVersion: leastVersion(from.ref.version, least),
    replays,
    corrects,
    attribution: shared,
  }
}

/**
 * Programs are compared whole, those of mounted plugins too: what another text computes cannot be read from it. A
 * plugin's own stand in its files by their path there.
 */
function programChanges(from: LoadedPlugin, to: LoadedPlugin): readonly Change[] {
  const [old, next] = [programTexts(from), programTexts(to)]
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((file) => old.get(file) !== next.get(file))
    .map((file) => ({ fault: caution('CHANGE_PROGRAM', { file }, { path: file }), bump: 'major', undeclared: false }))
}

function programTexts({ ref, bundle, programs }: LoadedPlugin): ReadonlyMap<string, string> {
  const own = Object.entries(bundle.files).filter(([file]) => /\.[cm]?[jt]s$/.test(file))
  const mounted = Object.entries(programs).filter(([file]) => !file.startsWith(`${ref.id}/`))
  return new Map([...own, ...mounted])
}

const NO_SHARES: Attribution = { changes: [], rows: [], units: [], faults: [] }

interface ReplaySet {
  readonly source: Replay['source']
  readonly parts: readonly ReplayPart[]
}

/** Rows as both versions get them, with the number of leading ones that count; the others are there to be looked back to. */
interface ReplayPart {
  readonly before: PreparedRows
  readonly after: PreparedRows
  readonly rows: number
}

/** Rows that were replayed: all of a part, and those of them that count. */
interface ReplayedSet {
  readonly source: Replay['source']
  readonly parts: readonly {
    readonly part: ReplayPart
    readonly rows: Replay['rows']
    readonly counted: Replay['rows']
  }[]
}

interface Versions {
  readonly from: LoadedPlugin
  readonly to: LoadedPlugin
}

/** Invented rows, then golden cases, then real data: the last is what people ask about. */
async function replaySets(
  { from, to }: Versions,
  { cases = [], data, migrated, dataRows, generated = 300, seed = 1, prepare }: DiffOptions,
): Promise<readonly ReplaySet[]> {
  const invented = datasetOf(generateRows(spaceOf(from.catalogue, from.plan), { rows: generated, seed }))
  const parts: ReplayPart[] = []
  for (const dataset of distinct(cases.flatMap((file) => readyCases({ cases: file }, from.catalogue.inputs))))
    parts.push(await partOf(dataset, 1))
  return [
    { source: 'generated', parts: [await partOf(invented)] },
    ...(parts.length > 0 ? [{ source: 'cases' as const, parts }] : []),
    ...(data ? [{ source: 'data' as const, parts: [await partOf(data, dataRows, migrated)] }] : []),
  ]

  async function partOf(dataset: Dataset, rows = dataset.size, carried = dataset): Promise<ReplayPart> {
    const before = await prepareRows(from, dataset, prepare)
    return { before, after: await prepareRows(to, carried, prepare), rows }
  }
}

/** The data of cases, each once: two versions share most of them. */
const distinct = (cases: readonly ReadyCase[]): readonly Dataset[] => [
  ...new Map(cases.map(({ dataset }) => [JSON.stringify([dataset, [...dataset.columns]]), dataset])).values(),
]

/** Of the rows replayed those that count: some of the leading ones may have been refused. */
function counting({ before: { dataset }, rows }: ReplayPart, replayed: Replay['rows']): Replay['rows'] {
  if (rows === dataset.size) return replayed
  const counted = new Set(dataset.units.slice(0, rows).map((unit, row) => rowKey(unit, dataset.periods[row])))
  return replayed.filter(({ unit, period }) => counted.has(rowKey(unit, period)))
}

const rowKey = (unit: string | undefined, period: string | undefined): string => `${unit}\n${period}`

/** Shares of the rows that have a score under both versions: of real data where there are any, else of invented rows. */
function attribution(
  { from, to }: Versions,
  sets: readonly ReplayedSet[],
  onPart: (part: number) => void,
): Attribution {
  const set = sets.find(({ source }) => source === 'data') ?? sets.find(({ source }) => source === 'generated')
  const [one] = set?.parts ?? []
  if (!one) return NO_SHARES
  const { before, after } = one.part
  const places = new Map(before.dataset.units.map((unit, row) => [rowKey(unit, before.dataset.periods[row]), row]))
  const placed = (rows: Replay['rows']) =>
    rows.flatMap((each) => {
      const row = places.get(rowKey(each.unit, each.period))
      return row === undefined || each.after === null ? [] : [{ row, before: each.before, after: each.after }]
    })
  const moved = placed(one.counted).flatMap((each) =>
    each.before.score === null || each.after.score === null
      ? []
      : [{ row: each.row, moved: each.after.score - each.before.score }],
  )
  return sharesOf(from, to, {
    before: before.dataset,
    after: after.dataset,
    taken: placed(one.rows).map(({ row }) => row),
    moved,
    onPart,
  })
}

const PARTS = 20

/** Passes on no more than a part in twenty, and not the last: that is told when all is done. */
function inParts(tell: (part: number) => void): (part: number) => void {
  let told = 0
  return (part) => {
    const now = Math.floor(part * PARTS)
    if (now === told || part === 1) return
    told = now
    tell(now / PARTS)
  }
}

/** Whether a version was raised far enough over the one before, as a fault of the newer one's `version`. */
export function raiseFaults({ from, to, enough, least, leastVersion: needed }: VersionDifference): readonly Fault[] {
  return enough
    ? []
    : [
        fault(
          'VERSION_RAISED_TOO_LITTLE',
          { from: from.version, to: to.version, least, needed },
          { plugin: to.id, path: 'version' },
        ),
      ]
}
