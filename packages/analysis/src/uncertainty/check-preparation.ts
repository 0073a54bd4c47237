import { fault, type Fault, type Plan, type Result } from '@plumbline/kernel'
import { alternative, checkIds, checkOptions, sayInto } from './check-parts.ts'
import { chosen, indicatorIds, measureIds, treatableIds } from './factors.ts'
import type { UncertaintySpec } from './spec.ts'

/** `multiple` that has nothing to draw, because the standard imputes no cell of the indicators named. */
export function checkMultiple(
  plan: Plan,
  { prepared }: Result,
  { imputation = [] }: UncertaintySpec,
): readonly Fault[] {
  return imputation.flatMap(({ options, indicators }, index) => {
    const ids = chosen(indicators, measureIds(plan))
    const fills = ids.some((id) => (prepared?.columns.get(id)?.imputed.size ?? 0) > 0)
    return options.includes('multiple') && !fills
      ? [fault('UNCERTAINTY_NOTHING_IMPUTED', {}, { path: `imputation/${index}` })]
      : []
  })
}

/** Factors of the preparation of data against the framework. */
export function checkPreparation(plan: Plan, spec: UncertaintySpec): readonly Fault[] {
  const found: Fault[] = []
  const sayAt = sayInto(found)
  const indicators = new Set(indicatorIds(plan))
  spec.imputation?.forEach(
    ({ indicators: among, options, imputations = 2, least = -Infinity, most = Infinity }, index) => {
      const say = sayAt(`imputation/${index}`)
      checkIds(among, indicators, say)
      checkOptions(options, say)
      if (!(Number.isInteger(imputations) && imputations >= 2))
        say('UNCERTAINTY_IMPUTATIONS', { value: String(imputations) })
      if (!(least <= most)) say('UNCERTAINTY_NOISE_BOUNDS', { least, most })
      const ids = chosen(among, measureIds(plan))
      for (const option of options) {
        if (typeof option === 'string') continue
        found.push(...alternative(plan, { imputes: new Map(ids.map((id) => [id, option])) }, `imputation/${index}`))
      }
    },
  )
  spec.treatment?.forEach(({ indicators: among, options }, index) => {
    const say = sayAt(`treatment/${index}`)
    checkIds(among, indicators, say)
    checkOptions(options, say)
    const ids = chosen(among, treatableIds(plan))
    for (const option of options) {
      if (typeof option === 'string') continue
      found.push(...alternative(plan, { treats: new Map(ids.map((id) => [id, option])) }, `treatment/${index}`))
    }
  })
  return found
}
