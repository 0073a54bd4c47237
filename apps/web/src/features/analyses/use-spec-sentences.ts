import type { Catalogue, PlainSpec } from '@plumbline/api/contract'
import { useWords } from '../../shared/use-language.ts'

/** Says in sentences what a specification varies. */
export function useSpecSentences(catalogue: Catalogue | undefined): (spec: PlainSpec) => readonly string[] {
  const { t, of } = useWords()
  const name = (id: string): string => {
    const node = catalogue?.nodes.find((each) => each.id === id)
    return node ? of(node) : id
  }
  return ({ weights = [], aggregation = [], ...rest }) => {
    const uniform = weights.flatMap((factor) => (factor.kind === 'uniform' ? [factor.spread] : []))
    const [spread] = uniform
    const alike = uniform.length === weights.length && uniform.every((each) => each === spread)
    const others = Object.values(rest).reduce((sum, factors) => sum + factors.length, 0)
    const sentences = [
      ...(weights.length === 0
        ? []
        : alike && spread !== undefined
          ? [t('analyses.weightsSaid', { count: weights.length, percent: spread * 100 })]
          : [t('analyses.weightsMany', { count: weights.length })]),
      ...aggregation.map(({ branches, options }) =>
        t('analyses.aggregationSaid', {
          name: branches === 'all' ? t('common.all') : branches.map(name).join(t('common.listSeparator')),
          list: options
            .map((option) => (option === 'declared' ? t('analyses.declared') : t(`chain.aggregate.${option.method}`)))
            .join(t('common.listSeparator')),
        }),
      ),
      ...(others > 0 ? [t('analyses.otherSaid', { count: others })] : []),
    ]
    return sentences.length > 0 ? sentences : [t('analyses.nothingVaried')]
  }
}
