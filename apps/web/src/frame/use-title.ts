import { useEffect } from 'react'
import { useWords } from '../shared/use-language.ts'

/** Names the browser's tab after the page. */
export function useTitle(title: string): void {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('common.product')}`
  }, [title, t])
}
