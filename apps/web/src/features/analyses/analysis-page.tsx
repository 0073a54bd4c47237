import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnalysisResult, Catalogue, LongJob, RoundAnalyses } from '@plumbline/api/contract'
import type { ReactNode } from 'react'
import { Page } from '../../frame/page.tsx'
import { RoundTabs } from '../../frame/round-tabs.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'
import { catalogueQuery } from '../standards/query.ts'
import { JobPanel } from './job-panel.tsx'
import { ReportProvenance } from './provenance.tsx'
import { analysesQuery, reportQuery } from './query.ts'
import { ReportChoice } from './report-choice.tsx'

export interface AnalysisPageProps {
  readonly roundId: string
  readonly kind: LongJob['kind']
  /** Digest of the report asked for; the newest where absent. */
  readonly report: string | undefined
  readonly onReport: (digest: string | undefined) => void
  readonly children: (result: AnalysisResult, catalogue: Catalogue | undefined) => ReactNode
}

/** A screen of a long analysis: settings or progress, and below it the report that is there. */
export function AnalysisPage({ roundId, ...props }: AnalysisPageProps) {
  const query = useQuery(analysesQuery(roundId))
  return (
    <Loaded query={query} skeleton={<PageSkeleton rows={10} height={34} />}>
      {(analyses) => <AnalysisView analyses={analyses} {...props} />}
    </Loaded>
  )
}

type ViewProps = Omit<AnalysisPageProps, 'roundId'> & { readonly analyses: RoundAnalyses }

function AnalysisView({ analyses, kind, report, onReport, children }: ViewProps) {
  const { t, of } = useWords()
  const { round } = analyses
  const words = { title: of(round.title), period: round.period }
  const title = kind === 'uncertainty' ? t('analyses.robustnessTitle', words) : t('analyses.sensitivityTitle', words)
  const reports = analyses.reports.filter(({ job }) => job.kind === kind)
  const shown = reports.find(({ digest }) => digest === report) ?? reports[0]
  return (
    <Page
      title={title}
      kicker={
        <>
          <Link to="/rounds">{t('common.league')}</Link>
          {' · '}
          <Link to="/standards/$digest" params={{ digest: round.plugin.digest }}>
            {of(round.title)} {round.plugin.version}
          </Link>
        </>
      }
      lead={t(kind === 'uncertainty' ? 'analyses.robustnessLead' : 'analyses.sensitivityLead')}
      rounds={[round]}
    >
      <RoundTabs roundId={round.id} />
      {round.run ? (
        <>
          <JobPanel analyses={analyses} kind={kind} onDone={(digest) => onReport(digest)} />
          {shown ? (
            <>
              <ReportChoice reports={reports} shown={shown.digest} onChoose={onReport} />
              <ShownReport digest={shown.digest}>{children}</ShownReport>
            </>
          ) : (
            <EmptyState title={t(kind === 'uncertainty' ? 'analyses.emptyRobustness' : 'analyses.emptySensitivity')}>
              {t(kind === 'uncertainty' ? 'analyses.emptyRobustnessText' : 'analyses.emptySensitivityText')}
            </EmptyState>
          )}
        </>
      ) : (
        <EmptyState title={t('analyses.notScored')} action={<Link to="/data">{t('overview.toData')}</Link>}>
          {t('analyses.notScoredText')}
        </EmptyState>
      )}
    </Page>
  )
}

function ShownReport({
  digest,
  children,
}: {
  readonly digest: string
  readonly children: AnalysisPageProps['children']
}) {
  const result = useQuery(reportQuery(digest))
  const plugin = result.data?.round.plugin.digest
  const catalogue = useQuery({ ...catalogueQuery(plugin ?? ''), enabled: plugin !== undefined }).data
  return (
    <Loaded query={result} heading="h2" skeleton={<PageSkeleton rows={8} height={30} />}>
      {(data) => (
        <>
          {children(data, catalogue)}
          <ReportProvenance head={data.head} catalogue={catalogue} />
        </>
      )}
    </Loaded>
  )
}
