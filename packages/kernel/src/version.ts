/** Version of this package: part of what a published result names. */
export const KERNEL_VERSION = '0.1.0'

/**
 * Editions of the scoring semantics, oldest first. A change of the kernel that moves any score makes a new edition; those
 * before it stay as they are (`semantics/editions.ts`).
 */
export const EDITIONS = [1] as const
/** The number of an edition. */
export type SemanticsEdition = (typeof EDITIONS)[number]

/** The newest edition: what a standard that is written today names. */
export const SEMANTICS: SemanticsEdition = 1
