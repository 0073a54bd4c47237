import type { RoundSummary } from '@plumbline/api/contract'
import type { ReactNode } from 'react'
import { langOf } from '../shared/text.ts'
import { SampleBanner, WithdrawnBanner } from './banner.tsx'
import { Provenance } from './provenance.tsx'
import { useTitle } from './use-title.ts'

export interface PageProps {
  readonly title: string
  /** One line above the title: where the reader is. */
  readonly kicker?: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** Rounds whose figures the page shows; their provenance stands in the top bar and on every printed page. */
  readonly rounds?: readonly RoundSummary[]
  /** The page shows a draft or example standard without figures. */
  readonly example?: boolean
  readonly children: ReactNode
}

/** A page's head: title, document title, notices, provenance. */
export function Page({ title, kicker, lead, actions, rounds = [], example = false, children }: PageProps) {
  useTitle(title)
  return (
    <>
      <header className="page-head">
        <div>
          {kicker ? <p className="kicker">{kicker}</p> : null}
          <h1 lang={langOf(title)}>{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      <WithdrawnBanner shown={rounds.some(({ status }) => status === 'withdrawn')} />
      <SampleBanner rounds={rounds} example={example} />
      {children}
      <Provenance rounds={rounds} />
    </>
  )
}
