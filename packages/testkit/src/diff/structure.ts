import type { Catalogue, Text } from '@plumbline/plugin-api'
import { comparable, type Item } from './comparable.ts'
import { facetsOf, sameData } from './facets.ts'
import type { Change, Difference } from './change.ts'
import { ruleFor, type RuleSetting } from './rules.ts'

/**
 * What differs between two versions of a standard, in its own words, each with the least bump it asks for. Whatever no rule
 * knows asks for a major one.
 *
 * @param setting - What the newer version declares of its wording, and the date from which parameters count as future.
 * @returns In the order of sections and of the standard; none where the two say the same.
 */
export function structuralChanges(from: Catalogue, to: Catalogue, setting: RuleSetting): readonly Change[] {
  const [before, after] = [comparable(from), comparable(to)]
  const sections = [...new Set([...before.keys(), ...after.keys()])]
  const found = sections.flatMap((section) => {
    const [old, next] = [before.get(section) ?? new Map<string, Item>(), after.get(section) ?? new Map<string, Item>()]
    const ids = [...new Set([...old.keys(), ...next.keys()])]
    return ids
      .flatMap((id) => differencesOf({ section, id, title: to.title }, [old.get(id), next.get(id)]))
      .map((difference) => ruleFor(difference, setting))
      .filter((change): change is Change => change !== null)
  })
  const [whole] = found.filter(({ fault }) => fault.code === 'CHANGE_MISSING_DEFAULT')
  return whole ? found.filter((change) => !follows(change, whole)) : found
}

/** An indicator without a policy of its own changes with the standard's. */
const follows = ({ fault }: Change, whole: Change): boolean =>
  fault.code === 'CHANGE_MISSING' &&
  fault.params['from'] === whole.fault.params['from'] &&
  fault.params['to'] === whole.fault.params['to']

type Pair = readonly [Item | undefined, Item | undefined]

interface Place {
  readonly section: string
  readonly id: string
  /** The standard's, which stands for what has no name of its own. */
  readonly title: Text
}

function differencesOf({ section, id, title }: Place, [old, next]: Pair): readonly Difference[] {
  const usual = id === '' ? title : { zh: id, en: id }
  const names = { zh: nameIn(next ?? old, 'zh') ?? usual.zh, en: nameIn(next ?? old, 'en') ?? usual.en }
  const base = { section, id, ...names, item: { from: old, to: next } }
  if (!old || !next) return [{ ...base, field: '', facet: 'whole', from: old, to: next }]
  const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])]
  return fields.flatMap((field): readonly Difference[] => {
    if (field === 'zh' || field === 'en') {
      return sameData(old[field], next[field])
        ? []
        : [{ ...base, field: 'name', facet: field, from: old[field], to: next[field] }]
    }
    const [a, b] = [facetsOf(old[field]), facetsOf(next[field])]
    return (['rule', 'zh', 'en'] as const).flatMap((facet) =>
      sameData(a[facet], b[facet]) ? [] : [{ ...base, field, facet, from: a[facet], to: b[facet] }],
    )
  })
}

function nameIn(item: Item | undefined, language: 'zh' | 'en'): string | null {
  const name = item?.[language]
  return typeof name === 'string' ? name : null
}
