import { suggest } from '../nearest.ts'
import { unknown, type CheckContext, type Checked, type CheckedType } from './checked.ts'
import type { ScopeType } from './scope.ts'

type Choice = Extract<ScopeType, { kind: 'choice' }>

/**
 * Brings parts that stand side by side (compared, or branches of one `if`) to one type: words in quotes become options of
 * the choice among them.
 *
 * @returns The parts with their common type, or null where they have none, which is reported.
 */
export function unify(
  parts: readonly Checked[],
  context: CheckContext,
): { readonly parts: readonly Checked[]; readonly type: CheckedType } | null {
  const choice = parts.map(({ type }) => type).find((type) => type.kind === 'choice')
  const placed = choice ? parts.map((part) => optionOf(part, choice, context)) : parts
  if (placed.some(({ type }) => type.kind === 'unknown')) return null
  const [first] = placed
  if (!first) return null
  const other = placed.find(({ type }) => !isSame(type, first.type))
  if (other) {
    const params = { expected: first.type.kind, actual: other.type.kind }
    context.report({ code: 'FORMULA_TYPES_DIFFER', params, from: other.from, to: other.to })
    return null
  }
  if (first.type.kind === 'string') {
    const params = { text: first.type.value }
    context.report({ code: 'FORMULA_STRING_ALONE', params, from: first.from, to: first.to })
    return null
  }
  return { parts: placed, type: first.type }
}

function optionOf(part: Checked, choice: Choice, { report }: CheckContext): Checked {
  if (part.type.kind !== 'string') return part
  const { value } = part.type
  const index = choice.options.findIndex(({ id, zh, en }) => [id, zh, en].includes(value))
  if (index >= 0) return { ...part, expression: { op: 'value', value: index }, type: choice }
  const words = choice.options.map(({ zh }) => zh)
  const params = { text: value, suggestions: suggest(value, words) }
  report({ code: 'FORMULA_OPTION_UNKNOWN', params, from: part.from, to: part.to })
  return unknown(part)
}

function isSame(a: CheckedType, b: CheckedType): boolean {
  if (a.kind !== b.kind) return false
  return a.kind !== 'choice' || b.kind !== 'choice' || ids(a) === ids(b)
}

const ids = ({ options }: Choice): string => JSON.stringify(options.map(({ id }) => id))
