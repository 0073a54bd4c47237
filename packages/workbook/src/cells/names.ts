/** What is named elsewhere shows as `name〔id〕`: a reader sees the name, and a rename breaks nothing. */
export interface Names {
  /** Name of an id; undefined where the id is not known. */
  readonly nameOf: (id: string) => string | undefined
  /** Id of a name; undefined where no id or more than one has it. */
  readonly idOf: (name: string) => string | undefined
}

/** The vocabularies of a standard, those it takes over included. */
export const VOCABULARIES = ['sources', 'evidenceKinds', 'ladders', 'grades', 'groups', 'facts', 'nodes'] as const
export type Vocabulary = (typeof VOCABULARIES)[number]
export type NameBook = Readonly<Record<Vocabulary, Names>>

/** Of an id that comes twice the first name. */
export function namesOf(terms: Iterable<readonly [id: string, name: string]>): Names {
  const names = new Map<string, string>()
  const ids = new Map<string, string | null>()
  for (const [id, name] of terms) {
    if (!names.has(id)) names.set(id, name)
    const before = ids.get(name)
    ids.set(name, before === undefined || before === id ? id : null)
  }
  return { nameOf: (id) => names.get(id), idOf: (name) => ids.get(name) ?? undefined }
}

const TAGGED = /〔([^〔〕]*)〕\s*$/

/** @example tagged('system', names) // '信息系统导出〔system〕' */
export function tagged(id: string, names: Names): string {
  const name = names.nameOf(id)
  if (name === id || (name === undefined && names.idOf(id) === undefined)) return id
  return name === undefined || /[〔〕\n]/.test(name) ? `〔${id}〕` : `${name}〔${id}〕`
}

/** The id that a cell means: tagged, an id as it is, or a name. */
export function untagged(text: string, names: Names): string {
  const found = TAGGED.exec(text)?.[1]
  if (found !== undefined) return found
  const bare = text.trim()
  return names.nameOf(bare) === undefined ? (names.idOf(bare) ?? bare) : bare
}

/** Whether an id can be tagged and read again. */
export const isTaggable = (id: string): boolean => !/[〔〕\n]/.test(id)
