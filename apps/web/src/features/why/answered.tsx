import { describeFault } from '@plumbline/i18n'
import type { ReactNode } from 'react'
import { failureOf } from '../../data/fault.ts'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { Loaded } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'

export interface AnsweredProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: Error | null; readonly refetch: () => unknown }
  readonly rows: number
  readonly children: (data: T) => ReactNode
}

/** Codes that only say that the question has no answer for this unit: a sentence, and no alarm. */
const NO_ANSWER = /^(WATERFALL_|PEERS_|NO_EARLIER_ROUND|ATTRIBUTION_)/

/** An answer, its skeleton, or in a plain sentence why there is none; anything else that goes wrong is an error. */
export function Answered<T>({ query, rows, children }: AnsweredProps<T>) {
  const { language } = useWords()
  const faults = query.error && query.data === undefined ? failureOf(query.error).faults : []
  if (faults.length > 0 && faults.every(({ code }) => NO_ANSWER.test(code)))
    return faults.map((fault) => {
      const { what, remedy } = describeFault(fault, language)
      return (
        <p key={fault.code}>
          {what} <span className="soft">{remedy}</span>
        </p>
      )
    })
  return (
    <Loaded query={query} heading="h2" skeleton={<PageSkeleton rows={rows} height={26} />}>
      {children}
    </Loaded>
  )
}
