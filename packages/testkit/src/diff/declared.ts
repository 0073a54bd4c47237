import type { Text } from '@plumbline/plugin-api'
import { changesOf, type LoadedPlugin } from '@plumbline/plugin-host'

/** What a version declares of itself against the one before. */
export interface Declared {
  /** Whether the wording of an item changed while its meaning did not: two people stand for it. */
  readonly editorial: (id: string) => boolean
  /** Why the version before scored wrongly; null where this is no erratum. */
  readonly corrects: Text | null
}

/**
 * The declarations of a version, as far as they are about another.
 *
 * @param since - The version that it is compared with; what was declared against another does not count.
 */
export function declaredBy(plugin: LoadedPlugin, since: string): Declared {
  const changes = changesOf(plugin)
  if (changes?.since !== since) return { editorial: () => false, corrects: null }
  const items = new Set(changes.editorial.flatMap((one) => one.items))
  return { editorial: (id) => items.has(id), corrects: changes.corrects ?? null }
}
