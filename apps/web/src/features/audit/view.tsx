import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Catalogue, RoundAudit } from '@plumbline/api/contract'
import { Page } from '../../frame/page.tsx'
import { RoundTabs } from '../../frame/round-tabs.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { Loaded } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'
import { catalogueQuery } from '../standards/query.ts'
import { CorrelationSection } from './correlations.tsx'
import { DataSection } from './data-table.tsx'
import { FindingTable } from './finding-table.tsx'
import { auditQuery } from './query.ts'
import { WeightSection } from './weights.tsx'

const route = getRouteApi('/rounds/$roundId/audit')

/** A standard examined with a round's data. */
export function AuditPage() {
  const { roundId } = route.useParams()
  const audit = useQuery(auditQuery(roundId))
  const digest = audit.data?.round.plugin.digest
  const catalogue = useQuery({ ...catalogueQuery(digest ?? ''), enabled: digest !== undefined })
  const skeleton = <PageSkeleton rows={12} height={34} />
  return (
    <Loaded query={audit} skeleton={skeleton}>
      {(data) => (
        <Loaded query={catalogue} skeleton={skeleton}>
          {(texts) => <AuditView audit={data} catalogue={texts} />}
        </Loaded>
      )}
    </Loaded>
  )
}

export interface AuditProps {
  readonly report: RoundAudit['report']
  /** Name of a node in the reader's language. */
  readonly nameOf: (id: string) => string
}

function AuditView({ audit, catalogue }: { readonly audit: RoundAudit; readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  const { round, report } = audit
  const { findings } = report
  const nameOf = (id: string): string => {
    const node = catalogue.nodes.find((each) => each.id === id)
    return node ? of(node) : id
  }
  return (
    <Page
      title={t('audit.title', { title: of(round.title), period: round.period })}
      kicker={
        <>
          <Link to="/rounds">{t('common.league')}</Link>
          {' · '}
          <Link to="/standards/$digest" params={{ digest: round.plugin.digest }}>
            {t('audit.toStandard')}
          </Link>
        </>
      }
      lead={t('audit.lead')}
      rounds={[round]}
    >
      <RoundTabs roundId={round.id} />
      <p className="basis report-headline">
        {t('audit.headline', {
          scored: report.scored,
          units: report.units,
          indicators: report.descriptions.length,
          flags: findings.length,
        })}
      </p>
      {report.discrimination.length === 0 ? <p className="note">{t('audit.tooFew')}</p> : null}
      <FindingTable findings={findings} nameOf={nameOf} />
      {report.discrimination.length === 0 ? null : (
        <>
          <WeightSection report={report} nameOf={nameOf} />
          <CorrelationSection report={report} nameOf={nameOf} />
        </>
      )}
      <DataSection report={report} nameOf={nameOf} />
    </Page>
  )
}
