/** Version of this package: part of what a published result names. */
export const KERNEL_VERSION = '0.1.0'

/** Edition of the scoring semantics. A change of the kernel that moves any score makes a new edition. */
export const SEMANTICS = 1
