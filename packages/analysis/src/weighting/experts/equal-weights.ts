import { fault, FaultError } from '@plumbline/kernel'

/**
 * Equal weights: w_j = 1 / m.
 *
 * Equal is a choice too: it gives a pillar with many indicators, or with correlated ones, more say.
 *
 * @param indicators - Their number m, an integer of at least 1.
 * @throws FaultError WEIGHTS_NO_INDICATORS - `indicators` is no such integer.
 * @see OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6, doi:10.1787/9789264043466-en
 * @example equalWeights(4) // [0.25, 0.25, 0.25, 0.25]
 */
export function equalWeights(indicators: number): number[] {
  if (!Number.isInteger(indicators) || indicators < 1) throw new FaultError([fault('WEIGHTS_NO_INDICATORS')])
  return Array.from({ length: indicators }, () => 1 / indicators)
}
