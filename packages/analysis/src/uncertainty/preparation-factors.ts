import type { Plan, Result } from '@plumbline/kernel'
import { multipleDraws } from './multiple-draws.ts'
import { chosen, each, list, measureIds, pick, treatableIds, type Factor } from './factors.ts'
import type { UncertaintySpec } from './spec.ts'

/**
 * Factors of the preparation of data: how gaps are filled, whether outliers are treated.
 *
 * @param nominal - The result with nothing drawn: it says which cells the standard imputes.
 * @throws FaultError MULTIPLE_IMPUTATION_FAILED and the faults of EM, where the predictive distribution cannot be had.
 */
export function preparationFactors(plan: Plan, nominal: Result, spec: UncertaintySpec): readonly Factor[] {
  const [measures, treatable] = [measureIds(plan), treatableIds(plan)]
  const pools = spec.imputation?.map((factor, index) =>
    factor.options.includes('multiple')
      ? multipleDraws(nominal, { factor, ids: chosen(factor.indicators, measures), seed: index })
      : [],
  )
  return [
    ...list(
      'imputation',
      spec.imputation?.map((factor, index) => ({ factor, pool: pools?.[index] ?? [] })),
      (one, stream) => {
        const option = pick(one.factor.options, stream)
        if (option === undefined || option === 'declared') return {}
        if (option !== 'multiple') return { imputes: each(chosen(one.factor.indicators, measures), option) }
        const imputations = pick(one.pool, stream)
        return imputations ? { imputations } : {}
      },
    ),
    ...list('treatment', spec.treatment, (factor, stream) => {
      const option = pick(factor.options, stream)
      if (option === undefined || option === 'declared') return {}
      return { treats: each(chosen(factor.indicators, treatable), option) }
    }),
  ]
}
