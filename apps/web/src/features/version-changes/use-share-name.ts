import type { DifferenceShare } from '@plumbline/api/contract'
import { useWords } from '../../shared/use-language.ts'

const KINDS = [
  'weights',
  'method',
  'children',
  'coverage',
  'scale',
  'missing',
  'missing-default',
  'formula',
  'program',
  'not-applicable',
  'param',
  'data',
  'screen',
  'denominate',
  'impute',
  'treat',
  'reference',
  'semantics',
  'structure',
  'pillar',
  'others',
  'rest',
] as const

/** `weights:service` in words. */
export function useShareName(): (share: DifferenceShare) => string {
  const { t, of } = useWords()
  return ({ id, name }) => {
    const kind = KINDS.find((one) => one === id.split(':')[0])
    return kind ? t(`versionChanges.share.${kind}`, { name: name ? of(name) : '' }) : id
  }
}
