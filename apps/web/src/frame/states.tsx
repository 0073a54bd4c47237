import { describeFault } from '@plumbline/i18n'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { diagnosticOf, failureOf, type Failure } from '../data/fault.ts'
import { useWords } from '../shared/use-language.ts'
import { CopyButton } from './copy-button.tsx'
import { useTitle } from './use-title.ts'

interface LoadedProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown }
  readonly skeleton: ReactNode
  /** Level of an error's heading: h1 where the page has no title yet. */
  readonly heading?: 'h1' | 'h2'
  readonly children: (data: T) => ReactNode
}

/** The three states of a query: a skeleton of the page's own size, a fault that says what to do, or the page. */
export function Loaded<T>({ query, skeleton, heading = 'h1', children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} heading={heading} retry={() => void query.refetch()} />
  return skeleton
}

interface ErrorStateProps {
  readonly error: unknown
  readonly retry: () => void
  readonly heading?: 'h1' | 'h2'
  /** What did not work, where it is not that data did not come. */
  readonly title?: string
}

/** What happened, what to do, the code, a diagnostic to copy, and a way on. */
export function ErrorState({ error, retry, heading: Heading = 'h1', title: named }: ErrorStateProps) {
  const { t } = useWords()
  const failure = failureOf(error)
  const said = useSentences(failure)
  const title = named ?? t(failure.notFound ? 'common.notFoundTitle' : 'common.errorTitle')
  if (failure.notFound && failure.faults.length === 0) return <NotFound />
  return (
    <section className="state" role="alert">
      {Heading === 'h1' ? <Title text={title} /> : <h2>{title}</h2>}
      {said.map((sentence) => (
        <p key={sentence.code + sentence.what}>
          {sentence.what}
          <br />
          <span className="soft">{sentence.remedy}</span>
        </p>
      ))}
      <p className="soft">
        {t('common.errorCode')} <code>{failure.faults[0]?.code ?? failure.code}</code>
      </p>
      <div className="state-actions">
        <Button type="primary" onClick={retry}>
          {t('common.retry')}
        </Button>
        <CopyButton text={() => diagnosticOf(failure, location.href, new Date())} label={t('common.copyDiagnostic')} />
        <Link to="/">{t('common.backToOverview')}</Link>
      </div>
    </section>
  )
}

function useSentences(failure: Failure): readonly { code: string; what: string; remedy: string }[] {
  const { t, language } = useWords()
  if (failure.faults.length > 0) {
    return failure.faults.map((fault) => ({ code: fault.code, ...describeFault(fault, language) }))
  }
  return failure.code === 'NETWORK'
    ? [{ code: failure.code, what: t('common.offline'), remedy: t('common.offlineRemedy') }]
    : [
        {
          code: failure.code,
          what: t('common.unexpected', { message: failure.message }),
          remedy: t('common.unexpectedRemedy'),
        },
      ]
}

export function NotFound() {
  const { t } = useWords()
  return (
    <section className="state">
      <Title text={t('common.notFoundTitle')} />
      <p>{t('common.notFound')}</p>
      <Link to="/">{t('common.backToOverview')}</Link>
    </section>
  )
}

/** Heading of a page that is nothing but a state. */
function Title({ text }: { readonly text: string }) {
  useTitle(text)
  return <h1>{text}</h1>
}

/** Nothing there yet: why, and the next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <section className="state">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </section>
  )
}
