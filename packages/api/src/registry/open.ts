import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { EXTENSION, readPlbFile, type Envelope } from '@plumbline/bundle'
import { registeredVersions, type Db, type VersionOrigin } from '@plumbline/db'
import { FaultError } from '@plumbline/kernel'
import {
  bundleCandidate,
  discoverPlugins,
  folderCandidate,
  loadCandidates,
  type Candidate,
  type FailedPlugin,
  type LoadCache,
  type LoadedPlugin,
} from '@plumbline/plugin-host'
import { createStandards, type Standards } from './standards.ts'
import { currentContents, isSettled } from './states.ts'
import { storedCandidate } from './stored.ts'

/** Where versions are looked for. */
export interface Sources {
  /** Folder with plugin folders, and packed plugins beside them or inside them. */
  readonly plugins: string
  /** Folder with packed plugins; null where there is none. */
  readonly bundles: string | null
  readonly cache: LoadCache | null
}

/** What a start found, with what is not in the register yet. */
export interface OpenedStandards {
  readonly standards: Standards
  /** Packed files that loaded, with their signatures: to be registered. */
  readonly files: readonly { readonly plugin: LoadedPlugin; readonly signatures: readonly Envelope[] }[]
}

/**
 * Finds every version there is: registered ones in the database, plugin folders, packed files. What was registered by an
 * upload or was published counts before a folder of the same id and version. What fails is told and stops nothing.
 */
export async function openStandards(db: Db, sources: Sources): Promise<OpenedStandards> {
  const [registered, folders, files] = await Promise.all([
    registeredVersions(db),
    discoverPlugins(sources.plugins).then((found) => Promise.all(found.map(folderCandidate))),
    packedFiles(sources).then((found) => Promise.all(found.map((file) => packedCandidate(file, sources.cache)))),
  ])
  const here = new Set([...folders, ...files.map(({ candidate }) => candidate)].map(digestOf))
  const current = currentContents(registered)
  const first = current.filter(({ state, origin }) => isSettled(state) || origin !== 'folder')
  const last = current.filter((one) => !first.includes(one) && !isEdited(one, folders))
  const stored = (ones: typeof current) =>
    Promise.all(ones.filter(({ digest }) => !here.has(digest)).map((one) => storedCandidate(db, one, sources.cache)))
  const settled = new Set(registered.filter(({ state }) => isSettled(state)).map(({ digest }) => digest))
  const found = [
    ...(await stored(first)),
    ...folders.map((one) => settle(one, settled)),
    ...files.map(({ candidate }) => settle(candidate, settled)),
    ...(await stored(last)),
  ]
  const { plugins, failed } = loadCandidates(found)
  const standards = createStandards({ plugins, failed, origins: originsOf(files.map(({ candidate }) => candidate)) })
  await standards.refresh(db)
  return { standards, files: files.flatMap((file) => loadedFile(file, standards)) }
}

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

function loadedFile({ candidate, signatures }: PackedFile, { byDigest }: Standards): OpenedStandards['files'] {
  const plugin = 'digest' in candidate ? byDigest.get(candidate.digest) : undefined
  return plugin ? [{ plugin, signatures }] : []
}
