/** More is better, or less is better. An indicator with a target is handed over as its distance to the target. */
export type Direction = 'positive' | 'negative'
