/**
 * What a rule says, without how its formulas are laid out: their texts and the places of names in them are left out, at
 * any depth.
 *
 * @returns Plain data: two rules mean the same where theirs are equal.
 * @example meaningOf({ text: 'a + 1', body: { op: '+', args: [], at: 2 } }) // { body: { op: '+', args: [] } }
 */
export function meaningOf(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(meaningOf)
  if (typeof part !== 'object' || part === null) return part
  const inFormula = 'op' in part && ('args' in part || 'from' in part)
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key]) => !(inFormula && ['at', 'from', 'to'].includes(key)) && !('body' in part && key === 'text'))
      .map(([key, inner]) => [key, meaningOf(inner)]),
  )
}
