import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { useMedia } from '../../shared/use-media.ts'
import { usePrinting } from '../../shared/use-printing.ts'
import { overviewQuery, roundsQuery } from './query.ts'
import { SectorList } from './sector-list.tsx'
import { SectorTable } from './sector-table.tsx'

const route = getRouteApi('/')

/** Every sector of a period in one table: how its units are spread, graded and covered, and what moved. */
export function OverviewPage() {
  const { t } = useWords()
  const { period } = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = useMedia('(max-width: 860px)')
  const printing = usePrinting()
  const overview = useQuery(overviewQuery(period))
  const rounds = useQuery(roundsQuery())
  const periods = [...new Set((rounds.data ?? []).map((round) => round.period))].sort()
  return (
    <Loaded query={overview} skeleton={<PageSkeleton rows={4} height={88} />}>
      {(sectors) => {
        const shown = sectors[0]?.round.period ?? period ?? ''
        const sum = (of: (sector: (typeof sectors)[number]) => number) =>
          sectors.reduce((total, sector) => total + of(sector), 0)
        return (
          <Page
            title={t('common.overview')}
            lead={
              sectors.length > 0
                ? t('overview.lead', {
                    period: shown,
                    sectors: sectors.length,
                    units: sum((sector) => sector.round.units),
                    graded: sum((sector) => sector.graded),
                    vetoed: sum((sector) => sector.vetoed),
                  })
                : undefined
            }
            rounds={sectors.map((sector) => sector.round)}
            actions={
              periods.length > 1 ? (
                <Segmented
                  aria-label={t('overview.periodSwitch')}
                  value={shown}
                  options={periods}
                  onChange={(value) => void navigate({ search: (old) => ({ ...old, period: value }), replace: true })}
                />
              ) : null
            }
          >
            {sectors.length === 0 ? (
              <EmptyState title={t('overview.emptyTitle')} action={<Link to="/data">{t('overview.toData')}</Link>}>
                {t('overview.empty')}
              </EmptyState>
            ) : (
              <>
                {narrow && !printing ? <SectorList sectors={sectors} /> : <SectorTable sectors={sectors} />}
                <p className="note">
                  {t('overview.ownScale')}{' '}
                  <Link to="/compare" search={{ period: shown }}>
                    {t('overview.toCompare')}
                  </Link>
                </p>
              </>
            )}
          </Page>
        )
      }}
    </Loaded>
  )
}
