import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { EXTENSION, readPlbFile, type Envelope } from '@plumbline/bundle'
import { registeredVersions, type Db, type VersionOrigin } from '@plumbline/db'
import { FaultError, type Fault } from '@plumbline/kernel'
import {
  bundleCandidate,
  discoverPlugins,
  failure,
  folderCandidate,
  loadCandidates,
  type Candidate,
  type FailedPlugin,
  type FormsToCheck,
  type FormVerdict,
  type LoadCache,
  type LoadedPlugin,
} from '@plumbline/plugin-host'
import { createStandards, type Standards } from './standards.ts'
import { currentContents, isSettled } from './states.ts'
import { storedContent } from './stored.ts'

/** Where versions are looked for. */
export interface Sources {
  /** Folder with plugin folders, and packed plugins beside them or inside them. */
  readonly plugins: string
  /** Folder with packed plugins; null where there is none. */
  readonly bundles: string | null
  readonly cache: LoadCache | null
}

/** What a start found. */
export interface OpenedStandards {
  readonly standards: Standards
  /** Packed files that loaded and were checked in full, with their signatures: to be registered. */
  files(): readonly { readonly plugin: LoadedPlugin; readonly signatures: readonly Envelope[] }[]
  /** Versions at hand that were loaded from their forms and wait for the full check. */
  unchecked(): FormsToCheck
  /** Takes over what the full check found: sound versions are kept for the next start, the others are failed plugins. */
  settle(db: Db, verdict: FormVerdict): Promise<void>
}

/**
 * Finds every version there is: registered ones in the database, plugin folders, packed files. What was registered by an
 * upload or was published counts before a folder of the same id and version. What fails is told and stops nothing.
 */
export async function openStandards(db: Db, sources: Sources): Promise<OpenedStandards> {
  const files = await packedFiles(sources)
  const [registered, folders, packed] = await Promise.all([
    registeredVersions(db),
    discoverPlugins(sources.plugins).then((found) => Promise.all(found.map(folderCandidate))),
    Promise.all(files.map((file) => packedCandidate(file, sources.cache))),
  ])
  const here = new Set([...folders, ...packed.map(({ candidate }) => candidate)].map(digestOf))
  const current = currentContents(registered)
  const first = current.filter(({ state, origin }) => isSettled(state) || origin !== 'folder')
  const last = current.filter((one) => !first.includes(one) && !isEdited(one, folders))
  const stored = (ones: typeof current) =>
    Promise.all(
      ones
        .filter(({ digest }) => !here.has(digest))
        .map(async (one) => bundleCandidate(await storedContent(db, one), sources.cache)),
    )
  const settled = new Set(registered.filter(({ state }) => isSettled(state)).map(({ digest }) => digest))
  const found = [
    ...(await stored(first)),
    ...folders.map((one) => settle(one, settled)),
    ...packed.map(({ candidate }) => settle(candidate, settled)),
    ...(await stored(last)),
  ]
  const origins = originsOf(packed.map(({ candidate }) => candidate))
  const standards = createStandards({ ...loadCandidates(found), origins })
  await standards.refresh(db)
  return { standards, ...withChecks(standards, { found, packed }) }
}

interface Found {
  readonly found: readonly (Candidate | FailedPlugin)[]
  readonly packed: readonly PackedFile[]
}

/** The part of a start that may come after it. */
function withChecks(standards: Standards, { found, packed }: Found): Omit<OpenedStandards, 'standards'> {
  const failed = new Map<string, readonly Fault[]>()
  const waiting = (): readonly WaitingForm[] => found.flatMap((one) => (isWaiting(one, failed) ? [one] : []))

  return {
    files: () => {
      const unchecked = new Set(waiting().map(({ digest }) => digest))
      return packed
        .flatMap((file) => loadedFile(file, standards))
        .filter(({ plugin }) => !unchecked.has(plugin.ref.digest))
    },
    unchecked: () => {
      const versions = waiting().flatMap(({ digest, directory, form: { bundle } }) => {
        const plugin = standards.byDigest.get(digest)
        return plugin ? [{ directory, name: path.basename(directory), bundle, uses: plugin.uses }] : []
      })
      const used = versions
        .flatMap(({ uses }) => uses)
        .flatMap(({ digest }) => {
          const plugin = standards.byDigest.get(digest)
          return plugin ? [[digest, plugin.bundle] as const] : []
        })
      return { versions, used: new Map(used) }
    },
    settle: async (db, verdict) => {
      const sound = new Set(verdict.sound)
      for (const { directory, form } of waiting()) if (sound.has(directory)) form.accept()
      if (verdict.failed.size === 0) return
      for (const [directory, faults] of verdict.failed) failed.set(directory, faults)
      const left = found.map((one) => {
        const faults = failed.get(one.directory)
        return 'load' in one && one.form && faults ? failure(one, faults) : one
      })
      await standards.replace(db, loadCandidates(left))
    },
  }
}

type WaitingForm = Candidate & Required<Pick<Candidate, 'form'>>

const isWaiting = (one: Candidate | FailedPlugin, failed: ReadonlyMap<string, unknown>): one is WaitingForm =>
  'load' in one && one.form !== undefined && !one.form.isChecked() && !failed.has(one.directory)

/** Packed files below the plugins folder and in the folder for them, in order of their paths. */
async function packedFiles({ plugins, bundles }: Sources): Promise<readonly string[]> {
  const folders = bundles === null ? [plugins] : [plugins, bundles]
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
      return entries
        .filter((entry) => entry.isFile() && entry.name.endsWith(EXTENSION))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`))
    }),
  )
  return Array.from(new Set(found.flat())).sort()
}

interface PackedFile {
  readonly candidate: Candidate | FailedPlugin
  readonly signatures: readonly Envelope[]
}

async function packedCandidate(file: string, cache: LoadCache | null): Promise<PackedFile> {
  const name = path.basename(file)
  try {
    const { bundle, signatures, ref } = await readPlbFile(file, name)
    const { digest } = ref
    return {
      candidate: await bundleCandidate({ directory: file, name, bundle, standing: 'copy', digest }, cache),
      signatures,
    }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return { candidate: { directory: file, id: null, version: null, faults: error.faults }, signatures: [] }
  }
}

const digestOf = (one: Candidate | FailedPlugin): string | null => ('digest' in one ? one.digest : null)

/** A content that was published is settled wherever it was found. */
const settle = (one: Candidate | FailedPlugin, settled: ReadonlySet<string>): Candidate | FailedPlugin =>
  'load' in one && settled.has(one.digest) ? { ...one, standing: 'settled' } : one

/** A folder has another content of the same id and version: that one is being worked on. */
const isEdited = (
  { pluginId, version }: { readonly pluginId: string; readonly version: string },
  folders: readonly (Candidate | FailedPlugin)[],
): boolean => folders.some((one) => one.id === pluginId && one.version === version)

const originsOf = (files: readonly (Candidate | FailedPlugin)[]): ReadonlyMap<string, VersionOrigin> =>
  new Map(files.flatMap((one) => ('digest' in one ? [[one.digest, 'file' as const]] : [])))

function loadedFile(
  { candidate, signatures }: PackedFile,
  { byDigest }: Standards,
): ReturnType<OpenedStandards['files']> {
  const plugin = 'digest' in candidate ? byDigest.get(candidate.digest) : undefined
  return plugin ? [{ plugin, signatures }] : []
}
