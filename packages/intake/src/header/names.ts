/** Which column headers mean what, for one standard. */
import type { Catalogue, CatalogueFact, CatalogueIndicator, CatalogueInput, Text } from '@plumbline/plugin-api'
import { nameKey } from '../cells/normal-text.ts'

export type Item =
  | CatalogueIndicator
  | (CatalogueFact & { readonly kind: 'fact' })
  | (CatalogueInput & { readonly kind: 'input' })
const KEYS = ['unit', 'name', 'period', 'group', 'area'] as const
export type KeyColumn = (typeof KEYS)[number]

const KEY_COLUMNS: Readonly<Record<KeyColumn, readonly string[]>> = {
  unit: ['unit', '评价对象', '评价对象编码', '评价对象代码', '编码', '代码', 'unit code', 'unit id', 'code'],
  name: ['name', '名称', '评价对象名称', '单位名称', '机构名称', 'unit name'],
  period: ['period', '期', '期次', '评价期', '年度', '评价年度', '年份', 'year'],
  group: ['group', '分组', '同类组', '类别', '组别', 'peer group', 'peer'],
  area: ['area', '所属地区', '所属区', '地区', '辖区'],
}
const KEY_NAMES: ReadonlyMap<string, KeyColumn> = new Map(
  KEYS.flatMap((key) => KEY_COLUMNS[key].map((name) => [nameKey(name), key] as const)),
)
const REMARKS = new Set(['备注', '说明', 'remark', 'remarks', 'note', 'notes'])

export type HeaderMeaning =
  | { readonly kind: 'key'; readonly key: KeyColumn }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'remark' }
  /** Two items of the standard have this name. */
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  /** The item is known, the unit of measure in brackets is another one. */
  | { readonly kind: 'other-unit-of-measure'; readonly item: Item; readonly unit: Text; readonly said: string }
  /** An indicator that a formula works out: its inputs are asked for in its place. */
  | { readonly kind: 'computed'; readonly item: CatalogueIndicator }
  | { readonly kind: 'unknown' }

export interface HeaderNames {
  readonly items: readonly Item[]
  readonly meaningOf: (header: string) => HeaderMeaning
  /** Every name as the standard writes it, for suggestions. */
  readonly known: readonly string[]
}

/** The names of one standard's columns: ids first, then Chinese and English names, then names with a unit of measure. */
export function headerNames(catalogue: Catalogue): HeaderNames {
  const indicators = catalogue.nodes.filter((node) => node.kind === 'indicator')
  const items: Item[] = [
    ...catalogue.inputs.map((input) => ({ ...input, kind: 'input' as const })),
    ...indicators.filter(({ formula }) => formula === null),
    ...catalogue.facts.map((fact) => ({ ...fact, kind: 'fact' as const })),
  ]
  const computed = indicators.filter(({ formula }) => formula !== null)
  const byId = new Map(items.map((item) => [nameKey(item.id), item]))
  const byName = groupByName(items)

  const exact = (key: string): HeaderMeaning | null => {
    const column = KEY_NAMES.get(key)
    if (column) return { kind: 'key', key: column }
    if (REMARKS.has(key)) return { kind: 'remark' }
    const item = byId.get(key)
    const same = item ? [item] : (byName.get(key) ?? [])
    const [only] = same
    if (!only) return computedNamed(key, computed)
    return same.length === 1 ? { kind: 'item', item: only } : { kind: 'ambiguous', ids: same.map(({ id }) => id) }
  }

  return {
    items,
    meaningOf: (header) => {
      const key = nameKey(header)
      if (key.startsWith('#')) return { kind: 'remark' }
      return exact(key) ?? withBrackets(key, exact) ?? { kind: 'unknown' }
    },
    known: [...Object.values(KEY_COLUMNS).flat(), ...items.flatMap((item) => [item.id, item.zh, item.en])],
  }
}

/** `预约诊疗率（%）`: the name, and in brackets its unit of measure or one of its other names. */
function withBrackets(key: string, exact: (key: string) => HeaderMeaning | null): HeaderMeaning | null {
  const match = /^(.+?)\s*[([【〔]\s*([^()[\]【】〔〕]*?)\s*[)\]】〕]$/.exec(key)
  const [, outer, said] = match ?? []
  if (outer === undefined || said === undefined) return null
  const meaning = exact(outer)
  if (meaning?.kind !== 'item') return null
  const { item } = meaning
  const unit = item.kind === 'fact' ? null : item.unitOfMeasure
  const names = [item.id, item.zh, item.en, ...(unit ? texts(unit) : [])].map(nameKey)
  if (names.includes(said)) return meaning
  return unit ? { kind: 'other-unit-of-measure', item, unit, said } : null
}

function computedNamed(key: string, computed: readonly CatalogueIndicator[]): HeaderMeaning | null {
  const item = computed.find(({ id, zh, en }) => [id, zh, en].map(nameKey).includes(key))
  return item ? { kind: 'computed', item } : null
}

const texts = (text: Text): readonly string[] => [text.zh, text.en]

function groupByName(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const byName = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of new Set(texts(item).map(nameKey))) {
      const same = byName.get(key)
      if (same) same.push(item)
      else byName.set(key, [item])
    }
  }
  return byName
}
