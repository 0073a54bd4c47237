import { fault, type Fault } from '@plumbline/kernel'
import { suggest, type Catalogue, type MigrationStep } from '@plumbline/plugin-api'
import { itemsOf, type DataItem } from './items.ts'
import type { MigrationFile } from './read.ts'

export interface Versions {
  readonly from: Catalogue
  readonly to: Catalogue
}

type Items = ReadonlyMap<string, DataItem>

/** Weights of a merger sum to 1, but for the last bits. */
const EPSILON = 1e-9

/**
 * What is wrong with a migration, item by item: names that a version does not have, levels without a place, items of either
 * version of which nothing is said. Nothing is carried over by guess.
 */
export function checkMigration({ migration, placeOf }: MigrationFile, versions: Versions): readonly Fault[] {
  const [old, next] = [itemsOf(versions.from), itemsOf(versions.to)]
  const { map, ask } = migration
  return [
    ...map.flatMap((step, index) => stepFaults(step, { old, next, index })),
    ...twice(map),
    ...ask.flatMap((id, index) =>
      next.has(id) ? [] : [unknown('MIGRATION_TO_UNKNOWN', id, { path: ['ask', index], items: next })],
    ),
    ...unplaced(map, old, next),
    ...unanswered(map, ask, { old, next }),
  ]

  function stepFaults(step: MigrationStep, { old: before, next: after, index }: Placed): readonly Fault[] {
    if ('drop' in step)
      return before.has(step.drop)
        ? []
        : [unknown('MIGRATION_FROM_UNKNOWN', step.drop, { path: ['map', index, 'drop'], items: before })]
    const sources = Array.isArray(step.from) ? step.from : [step.from]
    const names = [
      ...sources
        .filter((id) => !before.has(id))
        .map((id) => unknown('MIGRATION_FROM_UNKNOWN', id, { path: ['map', index, 'from'], items: before })),
      ...(after.has(step.to)
        ? []
        : [unknown('MIGRATION_TO_UNKNOWN', step.to, { path: ['map', index, 'to'], items: after })]),
    ]
    if (names.length > 0) return names
    return 'weights' in step
      ? mergerFaults(step, { old: before, next: after, index })
      : levelFaults(step, { old: before, next: after, index })
  }

  function mergerFaults(
    { from, to, weights }: Extract<MigrationStep, { weights: unknown }>,
    { old: before, next: after, index }: Placed,
  ): readonly Fault[] {
    const sum = weights.reduce((all, weight) => all + weight, 0)
    const at = { ...placeOf(['map', index, 'weights']), id: to }
    const countable = [...from.map((id) => before.get(id)), after.get(to)].every(
      (one) => one?.kind === 'number' || one?.kind === 'expert',
    )
    return [
      ...(weights.length === from.length
        ? []
        : [fault('MIGRATION_WEIGHTS_COUNT', { items: from.length, weights: weights.length }, at)]),
      ...(Math.abs(sum - 1) < EPSILON ? [] : [fault('MIGRATION_WEIGHTS_SUM', { sum }, at)]),
      ...(countable ? [] : [fault('MIGRATION_MERGES_NUMBERS', { from }, at)]),
    ]
  }

  function levelFaults(
    { from, to, levels }: Extract<MigrationStep, { from: string }>,
    { old: before, next: after, index }: Placed,
  ): readonly Fault[] {
    const [source, target] = [before.get(from), after.get(to)]
    const at = { ...placeOf(['map', index, ...(levels ? ['levels'] : [])]), id: to }
    if (!levels) {
      const same = source?.kind === target?.kind && (target?.values ?? []).length === (source?.values ?? []).length
      return same ? [] : [fault('MIGRATION_LEVELS_NEEDED', { from, to }, at)]
    }
    const mapped = Object.keys(levels).map(Number)
    return [
      ...(source?.values ?? [])
        .filter((level) => !mapped.includes(level))
        .map((level) => fault('MIGRATION_LEVEL_MISSING', { level }, at)),
      ...mapped
        .filter((level) => source?.values && !source.values.includes(level))
        .map((level) => fault('MIGRATION_LEVEL_UNKNOWN', { level }, at)),
      ...Object.values(levels)
        .filter((level) => target?.values && !target.values.includes(level))
        .map((level) => fault('MIGRATION_LEVEL_UNKNOWN', { level }, at)),
    ]
  }

  function twice(steps: readonly MigrationStep[]): readonly Fault[] {
    const targets = steps.flatMap((step) => ('drop' in step ? [] : [step.to]))
    return steps.flatMap((step, index) =>
      'to' in step && targets.indexOf(step.to) < targets.lastIndexOf(step.to)
        ? [fault('MIGRATION_TO_TWICE', { to: step.to }, { ...placeOf(['map', index, 'to']), id: step.to })]
        : [],
    )
  }

  /** Items of the older version that the newer one does not have, and that the migration does not name. */
  function unplaced(steps: readonly MigrationStep[], before: Items, after: Items): readonly Fault[] {
    const named = new Set(steps.flatMap(sourcesOf))
    return [...before.keys()]
      .filter((id) => !after.has(id) && !named.has(id))
      .map((id) => fault('MIGRATION_ITEM_UNPLACED', {}, { ...placeOf(['map']), id }))
  }

  /** Items of the newer version that the older one does not have, and that are neither mapped to nor asked. */
  function unanswered(
    steps: readonly MigrationStep[],
    asked: readonly string[],
    { old: before, next: after }: Omit<Placed, 'index'>,
  ): readonly Fault[] {
    const given = new Set([...asked, ...steps.flatMap((step) => ('to' in step ? [step.to] : []))])
    return [...after.keys()]
      .filter((id) => !before.has(id) && !given.has(id))
      .map((id) => fault('MIGRATION_ITEM_UNASKED', {}, { ...placeOf(['ask']), id }))
  }

  /** A name that no item has, with the nearest that do. */
  function unknown(
    code: 'MIGRATION_FROM_UNKNOWN' | 'MIGRATION_TO_UNKNOWN',
    name: string,
    { path, items }: { readonly path: readonly (string | number)[]; readonly items: Items },
  ): Fault {
    const params = { name, suggestions: suggest(name, [...items.keys()]).slice(0, 5) }
    const at = { ...placeOf(path), id: name }
    return code === 'MIGRATION_FROM_UNKNOWN'
      ? fault('MIGRATION_FROM_UNKNOWN', params, at)
      : fault('MIGRATION_TO_UNKNOWN', params, at)
  }
}

interface Placed {
  readonly old: Items
  readonly next: Items
  readonly index: number
}

/** Items of the older version that a step names. */
export const sourcesOf = (step: MigrationStep): readonly string[] =>
  'drop' in step ? [step.drop] : Array.isArray(step.from) ? step.from : [step.from]
