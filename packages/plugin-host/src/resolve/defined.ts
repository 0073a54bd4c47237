type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out keys whose value is undefined, so that a record is the same before and after a trip through JSON. */
export function defined<T extends object>(record: T): Defined<T> {
  const kept: Defined<T> = { ...record }
  for (const key in kept) if (kept[key] === undefined) Reflect.deleteProperty(kept, key)
  return kept
}
