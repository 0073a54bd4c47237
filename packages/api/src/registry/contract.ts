import type { Role } from '@plumbline/bundle'
import type { VersionOrigin, VersionState } from '@plumbline/db'
import type { Fault } from '@plumbline/kernel'
import type { PluginRef, Text } from '@plumbline/plugin-api'

/** One version in the register, with who stands for it and what became of it. */
export interface VersionRecord {
  readonly plugin: PluginRef
  readonly uses: readonly PluginRef[]
  readonly title: Text
  readonly publisher: string
  readonly state: VersionState
  readonly origin: VersionOrigin
  /** Rounds that are pinned to it; such a version is never removed. */
  readonly rounds: number
  /** A new round takes this one where nobody chooses. */
  readonly preferred: boolean
  /** States that may follow. */
  readonly next: readonly VersionState[]
  readonly signatures: readonly VersionSignature[]
  /** What keeps it from being published; empty where nothing does. */
  readonly publishing: readonly Fault[]
}

/** A signature of a version, and whether it counts. */
export interface VersionSignature {
  readonly keyid: string
  /** Whose key it is, by the trust file; null where it is not listed. */
  readonly holder: string | null
  readonly role: Role | null
  readonly signedAt: string | null
  readonly counts: boolean
}

/** A state that a version had, who gave it and why. */
export interface VersionHistoryEntry {
  readonly version: string
  readonly digest: string
  readonly state: VersionState
  readonly origin: VersionOrigin
  readonly reason: string
  readonly actor: string
  readonly at: string
}

/** Every version of one standard. */
export interface VersionList {
  readonly id: string
  /** Newest first. */
  readonly versions: readonly VersionRecord[]
  /** Newest first. */
  readonly history: readonly VersionHistoryEntry[]
  /** What carries the id and could not be loaded. */
  readonly failed: readonly { readonly version: string | null; readonly faults: readonly Fault[] }[]
}

/** What `versions.upload` takes: a `FormData` with `file`. */
export interface UploadResult {
  readonly plugin: PluginRef
  readonly state: VersionState
}
