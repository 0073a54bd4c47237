/** The same keys with any text: what the English half of a pair must have. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** A text in both languages. */
export interface MessagePair<T> {
  readonly zh: T
  readonly en: Same<T>
}

/**
 * Binds the two languages of one screen. Chinese is the source: a key that English lacks, or has too many, does not
 * compile. `{{name}}` stands for a value.
 *
 * @example pair({ title: '总览' }, { title: 'Overview' }).en.title // 'Overview'
 */
export const pair = <const T>(zh: T, en: Same<T>): MessagePair<T> => ({ zh, en })
