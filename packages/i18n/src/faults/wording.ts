/**
 * The two halves of a fault's sentence in both languages: what happened, and what to do. `{name}` stands for a param of
 * the fault or a field of its place.
 */
export interface FaultWording {
  readonly zh: { readonly what: string; readonly remedy: string }
  readonly en: { readonly what: string; readonly remedy: string }
}

/** Wordings by code. */
export type FaultWordings = Readonly<Record<string, FaultWording>>
