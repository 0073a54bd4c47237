/** Runs of a property. The mutation run asks every property hundreds of times, so there each has a tenth. */
export const runs = (numRuns: number): { readonly numRuns: number } => ({
  numRuns: process.env['STRYKER_MUTATOR_WORKER'] === undefined ? numRuns : numRuns / 10,
})
