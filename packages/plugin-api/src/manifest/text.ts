import { z } from 'zod'

/**
 * The messages of these schemas are fault codes, not sentences: the wording lives in `@plumbline/i18n`.
 */
const filled = z.string().regex(/\S/, 'MANIFEST_TEXT_EMPTY')

/** Both languages of one text. */
export const textShape = { zh: filled, en: filled }
export const text = z.strictObject(textShape)

export const string = filled

/** Ids of plugins, nodes, indicators, facts, gates and vocabularies: kebab case, as they stand in data files. */
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'MANIFEST_ID')

/** Ids that are printed as they are, such as grades and peer groups. */
export const label = z.string().regex(/^\S(.*\S)?$/, 'MANIFEST_TEXT_EMPTY')

/** Semantic Versioning 2.0.0, the grammar of its own FAQ. */
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?$/

export const version = z.string().regex(SEMVER, 'MANIFEST_VERSION')

/** A semver range; whether it can be read is checked by the host. */
export const range = filled

export const term = z.strictObject({ id: label, ...textShape })
