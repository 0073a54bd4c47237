import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { usePrinting } from './use-printing.ts'
import { useWords } from './use-language.ts'

export interface MoreRowsProps<T> {
  readonly rows: readonly T[]
  readonly few: number
  readonly children: (shown: readonly T[]) => ReactNode
}

/** The first few rows, and all of them on paper or where asked for. */
export function MoreRows<T>({ rows, few, children }: MoreRowsProps<T>) {
  const { t } = useWords()
  const printing = usePrinting()
  const [all, setAll] = useState(false)
  return (
    <>
      {children(all || printing ? rows : rows.slice(0, few))}
      {rows.length > few ? (
        <p className="view-switch keys">
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('analyses.showFewer', { count: few }) : t('analyses.showAll', { count: rows.length })}
          </Button>
        </p>
      ) : null}
    </>
  )
}
