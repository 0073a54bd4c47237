import { useWords } from '../../shared/use-language.ts'

const KNOWN = ['draft', 'candidate', 'published', 'deprecated', 'withdrawn'] as const

/** A standard's state in words; a state this version does not know is shown as it is. */
export function useStatusWord(): (status: string) => string {
  const { t } = useWords()
  return (status) => {
    const known = KNOWN.find((word) => word === status)
    return known ? t(`common.standardStatus.${known}`) : status
  }
}
