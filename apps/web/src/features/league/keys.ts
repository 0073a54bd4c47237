export type GridMove =
  | { readonly kind: 'to'; readonly index: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'pick' }

const PAGE = 12

/**
 * What a key means on a row of the table.
 *
 * @param key - As `KeyboardEvent.key`.
 * @param at - The active row, and how many there are.
 * @returns undefined where the key is not ours.
 */
export function gridMove(
  key: string,
  { index, count }: { readonly index: number; readonly count: number },
): GridMove | undefined {
  const to = (target: number): GridMove => ({ kind: 'to', index: Math.min(count - 1, Math.max(0, target)) })
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return to(index + 1)
    case 'ArrowUp':
    case 'k':
      return to(index - 1)
    case 'PageDown':
      return to(index + PAGE)
    case 'PageUp':
      return to(index - PAGE)
    case 'Home':
      return to(0)
    case 'End':
      return to(count - 1)
    case 'Enter':
      return { kind: 'open' }
    case 'x':
      return { kind: 'pick' }
    default:
      return undefined
  }
}
