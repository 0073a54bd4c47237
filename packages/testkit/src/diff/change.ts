import { caution, type Fault } from '@plumbline/kernel'
import type { Bump } from './bump.ts'
import type { Item } from './comparable.ts'
import { brief } from './facets.ts'

/** One difference between two versions, before it is judged. */
export interface Difference {
  readonly section: string
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly field: string
  /** `whole`: the item is only in one version. `rule`: all of the field but its texts. */
  readonly facet: 'whole' | 'rule' | 'zh' | 'en'
  readonly from: unknown
  readonly to: unknown
  readonly item: { readonly from: Item | undefined; readonly to: Item | undefined }
}

/** A difference, worded, with the least bump it asks for. */
export interface Change {
  readonly fault: Fault
  readonly bump: Bump
  /** Chinese wording that may carry meaning: without a declaration it counts as a change of the rule. */
  readonly undeclared: boolean
}

/** A change with the names and the two values that its sentence prints. */
export function change(code: string, bump: Bump, difference: Difference): Change {
  const { zh, en, from, to, section, id, field } = difference
  const path = [section, id, field].filter(Boolean).join('/')
  const params = { zh, en, field: field === '' ? section : field, from: brief(from), to: brief(to) }
  return { fault: caution(code, params, id === '' ? { path } : { path, id }), bump, undeclared: false }
}
