import type { Column } from '../../numeric/column.ts'
import type { DataOptions, DataWeights } from '../common/data-weights.ts'
import { toShares } from '../common/shares.ts'
import { cilosWeights } from './cilos-weights.ts'
import { entropyWeights } from './entropy-weights.ts'

/** Weights, with the two that they are made of. */
export interface IdocriwWeights extends DataWeights {
  readonly entropy: readonly number[]
  readonly cilos: readonly number[]
}

/**
 * IDOCRIW weights: entropy weights times CILOS weights, over their sum. The entropy is that of the columns as they are,
 * without directions; the losses know them.
 *
 * @param columns - m columns of n units, none negative or missing; above 0 for a negative direction.
 * @returns Weights of length m; constant indicators weigh 0.
 * @throws FaultError the faults of `cilosWeights` and `entropyWeights`; WEIGHTS_ALL_ZERO - every product is 0.
 * @see Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM,
 *   doi:10.1142/S0219622016500036
 * @example idocriwWeights([[4, 3], [5, 5]], { directions: ['negative', 'positive'] }).weights // [1, 0]
 */
export function idocriwWeights(columns: readonly Column[], options: DataOptions = {}): IdocriwWeights {
  const { weights: cilos, constant } = cilosWeights(columns, options)
  const { weights: entropy } = entropyWeights(columns, options.names ? { names: options.names } : {})
  return { weights: toShares(cilos.map((weight, j) => weight * (entropy[j] ?? 0))), constant, entropy, cilos }
}
