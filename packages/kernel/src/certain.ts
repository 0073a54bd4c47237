/**
 * What must be there, though the type system cannot know.
 *
 * @throws RangeError where it is not: the kernel's own error, never one of the data.
 * @example certain([7][0], 'the first') // 7
 */
export function certain<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`not there: ${what}`)
  return value
}
