import { FaultError, type Fault } from '@plumbline/kernel'

/** What became of a piece of work in a thread, as a message can carry it. */
export type Outcome<Done> =
  | { readonly done: Done }
  | { readonly faults: readonly Fault[] }
  /** An error that no fault explains, with its stack. */
  | { readonly error: string }

/** Does the work and holds what became of it; never throws. */
export async function outcomeOf<Done>(work: () => Done | Promise<Done>): Promise<Outcome<Done>> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof FaultError) return { faults: error.faults }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Who waits for what becomes of a piece of work. */
export interface Waiting<Done> {
  readonly resolve: (done: Done) => void
  /** Takes a FaultError with the faults of the work, or an Error where no fault explains what went wrong. */
  readonly reject: (error: Error) => void
}

/** Tells whoever waits, on the side that asked. */
export function settle<Done>(outcome: Outcome<Done>, { resolve, reject }: Waiting<Done>): void {
  if ('done' in outcome) resolve(outcome.done)
  else reject('faults' in outcome ? new FaultError(outcome.faults) : new Error(outcome.error))
}
