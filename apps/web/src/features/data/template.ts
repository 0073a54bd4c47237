import type { Catalogue } from '@plumbline/api/contract'
import type { Language } from '@plumbline/i18n'
import { pick } from '../../shared/text.ts'

const FIXED = ['unit', 'name', 'period', 'group'] as const

/**
 * The header of a data file for a standard: the fixed columns, then every indicator and fact by its name; by its id
 * where two share a name, since a name must say which column it is.
 */
export function templateHeader(catalogue: Catalogue, language: Language): readonly string[] {
  const items = [...catalogue.nodes.filter((node) => node.kind === 'indicator'), ...catalogue.facts]
  const names = items.map((item) => pick(item, language))
  return [
    ...FIXED,
    ...items.map((item, index) => (isUnique(names, names[index]) ? (names[index] ?? item.id) : item.id)),
  ]
}

const isUnique = (names: readonly string[], name: string | undefined): boolean =>
  names.filter((other) => other === name).length === 1
