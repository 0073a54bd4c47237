import { expect, it } from 'vitest'

/** One case of the reference figures: where it stands in a fixture, and the test that holds the code to it. */
export interface CoveredCase {
  readonly case: string
  /** From the folder of the list. */
  readonly fixture: string
  /** Places in the fixture, as JSON pointers. */
  readonly at: readonly string[]
  /** From the folder of the tests. */
  readonly test: string
}

/** What a package's tests need so that the list of covered cases is a checked claim and no hope. */
export interface Coverage {
  /** A fixture's content; what is read of it is noted. */
  readonly tracked: <T>(fixture: string, content: T) => T
  /** Last line of a test file: a test that every case listed for the file has been read by then. */
  readonly readsEveryCase: (testFile: string) => void
}

/**
 * Watches over a list of covered cases.
 *
 * @param cases - The content of `COVERAGE.json`.
 * @param folder - Address of the folder of the tests, as in `import.meta.url`, with the slash at its end.
 */
export function coverageOf(cases: readonly CoveredCase[], folder: string): Coverage {
  const read = new Set<string>()
  return {
    tracked(fixture, content) {
      const places = new Set(cases.filter((one) => one.fixture === fixture).flatMap(({ at }) => at))
      const above = new Set([...places].flatMap(ancestors))
      return note(content, { pointer: '', places, above, seen: (pointer) => read.add(`${fixture}#${pointer}`) })
    },
    readsEveryCase(testFile) {
      const test = testFile.slice(folder.length)
      it('has read every reference case that is listed for this file', () => {
        const listed = cases.filter((one) => one.test === test)
        expect(listed.length).toBeGreaterThan(0)
        const unread = listed.flatMap(({ fixture, at }) => at.map((pointer) => `${fixture}#${pointer}`))
        expect(unread.filter((place) => !read.has(place))).toEqual([])
      })
    },
  }
}

interface Watch {
  readonly pointer: string
  readonly places: ReadonlySet<string>
  /** Everything that a place lies in. */
  readonly above: ReadonlySet<string>
  readonly seen: (pointer: string) => void
}

/** The same content, but reading a listed place of it is told. */
function note<T>(content: T, watch: Watch): T {
  const { pointer, places, above, seen } = watch
  if (places.has(pointer)) seen(pointer)
  if (!above.has(pointer) || typeof content !== 'object' || content === null) return content
  const within = new Map<PropertyKey, unknown>()
  return new Proxy(content, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver)
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) return value
      if (!within.has(key)) within.set(key, note(value, { ...watch, pointer: `${pointer}/${key}` }))
      return within.get(key)
    },
  })
}

/** `/a/b/c` lies in `/a/b`, `/a` and the whole. */
const ancestors = (pointer: string): readonly string[] =>
  pointer.split('/').map((_, depth, steps) => steps.slice(0, depth).join('/'))
