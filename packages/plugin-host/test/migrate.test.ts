import { Blank, FaultError, score, type Column, type Dataset } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { loadBundle, loadPlugins, migrateDataset, readMigration, type LoadedPlugin } from '../src/index.ts'
import { PLUGINS } from './paths.ts'

const { plugins } = await loadPlugins(PLUGINS)
const version = (major: string): LoadedPlugin => {
  const found = plugins.find(({ ref }) => ref.id === 'smart-healthcare' && ref.version.startsWith(`${major}.`))
  if (!found) throw new Error(`no smart-healthcare ${major}`)
  return found
}
const [v1, v2] = [version('1'), version('2')]
const asOf = '2026-01-01'
const FILE = 'migrations/1-to-2.yaml'

/** The newer version with its migration edited. */
function withMigration(edit: (text: string) => string): LoadedPlugin {
  const text = v2.bundle.files[FILE] ?? ''
  const changed = edit(text)
  expect(changed).not.toBe(text)
  return loadBundle({ files: { ...v2.bundle.files, [FILE]: changed } }, plugins)
}

const column = (cells: readonly (number | null | 'N/A')[]): Column => ({
  values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
  blanks: Uint8Array.from(cells, (cell) =>
    typeof cell === 'number' ? Blank.none : cell === null ? Blank.unanswered : Blank.notApplicable,
  ),
})

const OLD: Dataset = {
  size: 3,
  units: ['a', 'b', 'c'],
  periods: ['2024', '2024', '2024'],
  groups: ['三级医院', '二级医院', null],
  columns: new Map([
    ['structured-rate', column([80, 'N/A', 90])],
    ['data-check-pass', column([90, 70, null])],
    ['closed-loop', column([5, 2, 4])],
    ['it-complaint-rate', column([1, null, 3])],
    ['emr-level', column([4, 3, 5])],
  ]),
}

const migrate = (to: LoadedPlugin, dataset = OLD) =>
  migrateDataset(readMigration(to, '1.0.0'), dataset, { from: v1, to, asOf })
const codes = (edit: (text: string) => string) =>
  migrate(withMigration(edit)).faults.map(({ code, at }) => `${code} ${at.id ?? ''}`)

describe('a migration', () => {
  it('merges by weights, maps levels, drops, asks, and leaves the rest as it is', () => {
    const { dataset, items, faults } = migrate(v2)
    expect(faults).toEqual([])
    const of = (id: string) => [...(dataset?.columns.get(id)?.values ?? [])]
    // Half and half; the not applicable half drops out; a missing half leaves the whole missing.
    expect(of('record-data-quality')).toEqual([85, 70, Number.NaN])
    expect(dataset?.columns.get('record-data-quality')?.blanks[2]).toBe(Blank.unanswered)
    expect(of('closed-loop')).toEqual([4, 2, 4])
    expect(of('emr-level')).toEqual([4, 3, 5])
    expect(of('model-register')).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(dataset?.columns.has('it-complaint-rate')).toBe(false)
    const become = new Map(items.map((item) => [item.id, item]))
    expect(become.get('record-data-quality')).toMatchObject({
      how: 'merged',
      from: ['structured-rate', 'data-check-pass'],
      cells: 2,
    })
    expect(become.get('closed-loop')).toMatchObject({ how: 'moved', cells: 3 })
    expect(become.get('model-register')).toMatchObject({ how: 'asked', cells: 0 })
    expect(become.get('it-complaint-rate')).toMatchObject({ how: 'dropped', cells: 2 })
    expect(become.get('it-complaint-rate')?.reason).toContain('口径')
    expect(become.get('emr-level')).toMatchObject({ how: 'same', from: ['emr-level'], cells: 3 })
    expect(() => score(v2.plan, dataset ?? OLD)).not.toThrow()
  })

  it('does not touch what it was given', () => {
    const before = JSON.stringify([...OLD.columns].map(([id, { values, blanks }]) => [id, [...values], [...blanks]]))
    migrate(v2)
    expect(JSON.stringify([...OLD.columns].map(([id, { values, blanks }]) => [id, [...values], [...blanks]]))).toBe(
      before,
    )
  })

  it('names every value that the newer version does not take, by item and unit, and carries nothing over then', () => {
    const bad = {
      ...OLD,
      groups: ['无此组', '二级医院', null],
      columns: new Map([...OLD.columns, ['emr-level', column([99, 3, 5])] as const]),
    }
    const { dataset, faults } = migrate(v2, bad)
    expect(dataset).toBeNull()
    expect(faults).toMatchObject([
      { code: 'MIGRATION_GROUP_UNKNOWN', at: { unit: 'a', period: '2024' } },
      { code: 'RAW_NOT_A_LEVEL', at: { id: 'emr-level', unit: 'a', period: '2024' } },
    ])
    const unmapped = { ...OLD, columns: new Map([...OLD.columns, ['closed-loop', column([7, 2, 4])] as const]) }
    expect(migrate(v2, unmapped).faults).toMatchObject([
      { code: 'MIGRATION_VALUE_UNMAPPED', params: { value: 7 }, at: { id: 'closed-loop', unit: 'a' } },
    ])
  })

  it.each([
    [
      'an unknown source',
      'MIGRATION_FROM_UNKNOWN structured-rat',
      (text: string) => text.replace('[structured-rate,', '[structured-rat,'),
    ],
    [
      'an unknown target',
      'MIGRATION_TO_UNKNOWN record-quality',
      (text: string) => text.replace('to: record-data-quality', 'to: record-quality'),
    ],
    [
      'an unknown question',
      'MIGRATION_TO_UNKNOWN registry',
      (text: string) => text.replace('model-register]', 'model-register, registry]'),
    ],
    [
      'weights that are no whole',
      'MIGRATION_WEIGHTS_SUM record-data-quality',
      (text: string) => text.replace('[0.5, 0.5]', '[0.5, 0.4]'),
    ],
    [
      'a weight too few',
      'MIGRATION_WEIGHTS_COUNT record-data-quality',
      (text: string) => text.replace('[0.5, 0.5]', '[0.3, 0.3, 0.4]'),
    ],
    [
      'levels merged as numbers',
      'MIGRATION_MERGES_NUMBERS record-data-quality',
      (text: string) => text.replace('[structured-rate, data-check-pass]', '[structured-rate, emr-level]'),
    ],
    ['a level without a place', 'MIGRATION_LEVEL_MISSING closed-loop', (text: string) => text.replace(', 5: 4', '')],
    ['a level that is none', 'MIGRATION_LEVEL_UNKNOWN closed-loop', (text: string) => text.replace('5: 4', '5: 9')],
    [
      'levels of different ladders',
      'MIGRATION_LEVELS_NEEDED closed-loop',
      (text: string) => text.replace(/, levels: \{.*?\}/, ''),
    ],
    [
      'an item of the older version left out',
      'MIGRATION_ITEM_UNPLACED it-complaint-rate',
      (text: string) => text.replace(/ {2}- \{ drop.*\n/, ''),
    ],
    [
      'an item of the newer version left out',
      'MIGRATION_ITEM_UNASKED model-register',
      (text: string) => text.replace(', model-register', ''),
    ],
    [
      'two sources of one item',
      'MIGRATION_TO_TWICE closed-loop',
      (text: string) =>
        text.replace('  - { drop:', '  - { from: emr-level, to: closed-loop, levels: {} }\n  - { drop:'),
    ],
  ])('with %s says so', (_, wanted, edit) => {
    expect(codes(edit)).toContain(wanted)
  })

  it('places its faults in its file', () => {
    const [found] = migrate(withMigration((text) => text.replace('[0.5, 0.5]', '[0.5, 0.4]'))).faults
    expect(found?.at).toMatchObject({ file: FILE, line: 8 })
  })

  it('that cannot be read, or that is not there, is refused by name', () => {
    const refused = (plugin: LoadedPlugin, from = '1.0.0') => {
      try {
        readMigration(plugin, from)
        return []
      } catch (error) {
        return error instanceof FaultError ? error.faults.map(({ code }) => code) : []
      }
    }
    expect(refused(withMigration((text) => text.replace('ask:', 'asks:')))).toEqual(['MIGRATION_INVALID'])
    expect(refused(withMigration((text) => text.replace("'>=1 <2'", 'one')))).toEqual(['PLUGIN_RANGE'])
    expect(refused(withMigration((text) => text.replace('to: 2.0.0', 'to: [2.0.0')))).toHaveLength(1)
    expect(refused(v2, '0.9.0')).toEqual(['MIGRATION_ABSENT'])
    expect(refused(v1)).toEqual(['MIGRATION_ABSENT'])
  })
})
