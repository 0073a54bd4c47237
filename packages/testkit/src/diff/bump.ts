import semver from 'semver'

/** How large a change of a version is, smallest first. `none`: the two versions say the same. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const
/** The size of a change. */
export type Bump = (typeof BUMPS)[number]

/** The larger of some bumps; `none` of none. */
export const largest = (bumps: Iterable<Bump>): Bump =>
  BUMPS[Math.max(0, ...[...bumps].map((bump) => BUMPS.indexOf(bump)))] ?? 'none'

/**
 * How far a version was raised over another. Below 1.0.0 the second number stands for the first, as in ranges such as
 * `^0.1.0`: 0.2.0 over 0.1.0 is a major change, 0.1.1 is not.
 *
 * @returns `none` where it was not raised.
 * @example raisedBy('0.1.0', '0.2.0') // 'major'
 */
export function raisedBy(from: string, to: string): Bump {
  if (!semver.gt(to, from)) return 'none'
  const [a, b] = [semver.parse(from), semver.parse(to)]
  if (!a || !b) return 'none'
  if (a.major !== b.major) return 'major'
  if (a.minor !== b.minor) return a.major === 0 ? 'major' : 'minor'
  // A pre-release leads up to its own version: what it may change is decided when that is compared with the last one.
  if (a.prerelease.length > 0) return 'major'
  return a.major === 0 ? 'minor' : 'patch'
}

/** Whether a version was raised at least as far as a change asks for. */
export const raisedEnough = (from: string, to: string, least: Bump): boolean =>
  BUMPS.indexOf(raisedBy(from, to)) >= BUMPS.indexOf(least)

/**
 * The lowest version that is far enough above another for a change.
 *
 * @example leastVersion('1.2.3', 'minor') // '1.3.0'
 */
export function leastVersion(from: string, least: Bump): string {
  const version = semver.parse(from)
  if (!version || least === 'none') return from
  if (version.prerelease.length > 0) return `${version.major}.${version.minor}.${version.patch}`
  const kind = version.major > 0 ? least : least === 'major' ? 'minor' : 'patch'
  return semver.inc(from, kind) ?? from
}
