import type { Catalogue } from '@plumbline/api/contract'
import type { Language } from '@plumbline/i18n'
import { pick } from '../../shared/text.ts'

const FIXED = ['unit', 'name', 'period', 'group'] as const

/**
 * The header of a data file for a standard: the fixed columns, then every input, reported indicator and fact by its name;
 * by its id where two share a name, since a name must say which column it is. What a formula works out is not asked for.
 */
export function templateHeader(catalogue: Catalogue, language: Language): readonly string[] {
  const reported = catalogue.nodes.filter((node) => node.kind === 'indicator' && node.formula === null)
  const items = [...catalogue.inputs, ...reported, ...catalogue.facts]
  const names = items.map((item) => pick(item, language))
  return [
    ...FIXED,
    ...items.map((item, index) => (isUnique(names, names[index]) ? (names[index] ?? item.id) : item.id)),
  ]
}

const isUnique = (names: readonly string[], name: string | undefined): boolean =>
  names.filter((other) => other === name).length === 1
