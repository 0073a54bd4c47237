import { fault, FaultError } from '@plumbline/kernel'
import { expertName, type Names } from '../common/names.ts'
import { checkCount } from '../common/check-columns.ts'
import { toShares } from '../common/shares.ts'

/** How much each expert counts, whose say is heard through `names` in faults. */
export interface ExpertOptions {
  /** One per expert, none negative; scaled to sum 1. Equal when not given. */
  readonly expertWeights?: readonly number[]
  readonly names?: Names
}

/**
 * The experts' own weights, scaled to sum 1.
 *
 * @throws FaultError WEIGHTS_NO_EXPERTS - there is none.
 * @throws FaultError WEIGHTS_COUNT_DIFFERS - not one weight per expert.
 * @throws FaultError WEIGHTS_EXPERT_WEIGHT_REFUSED - a weight is negative, missing or infinite, one fault each.
 * @throws FaultError WEIGHTS_ALL_ZERO - every weight is 0.
 */
export function shareOfExperts(experts: number, options: ExpertOptions): number[] {
  if (experts === 0) throw new FaultError([fault('WEIGHTS_NO_EXPERTS')])
  const given = options.expertWeights ?? Array.from({ length: experts }, () => 1)
  checkCount('expertWeights', given.length, experts)
  const faults = given.flatMap((value, expert) =>
    Number.isFinite(value) && value >= 0
      ? []
      : [fault('WEIGHTS_EXPERT_WEIGHT_REFUSED', { expert: expertName(expert, options.names), value: String(value) })],
  )
  if (faults.length > 0) throw new FaultError(faults)
  return toShares(given)
}
