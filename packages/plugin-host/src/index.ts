export * from './contract.ts'
export * from './digest.ts'
export * from './bundle.ts'
export { faultsOf, loadBundle, loadPlugin, type LoadOptions } from './load.ts'
export * from './load-all.ts'
export * from './registry.ts'
export { changesOf, type DeclaredChanges } from './declared.ts'
export * from './lock.ts'
export { readManifest, type ManifestFile } from './read/manifest.ts'
export type { Locate } from './read/locate.ts'
export { createFileCache, type CachedLoad, type LoadCache } from './candidates/cache.ts'
export {
  bundleCandidate,
  folderCandidate,
  type Candidate,
  type Content,
  type FailedPlugin,
  type Standing,
} from './candidates/candidate.ts'
export { byVersion, loadCandidates, type LoadedPlugins } from './candidates/load-candidates.ts'
export * from './migrate/index.ts'
