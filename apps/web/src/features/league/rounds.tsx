import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SampleTag } from '../../frame/banner.tsx'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { roundsQuery } from '../overview/query.ts'

/** Every round, newest period first: the way into the league tables. */
export function RoundsPage() {
  const { t, of } = useWords()
  const rounds = useQuery(roundsQuery())
  return (
    <Loaded query={rounds} skeleton={<PageSkeleton rows={6} height={34} />}>
      {(all) => {
        const periods = [...new Set(all.map((round) => round.period))].toSorted().toReversed()
        const sectors = [...new Map(all.map((round) => [round.plugin.id, round])).values()]
        return (
          <Page title={t('league.indexTitle')} lead={t('league.indexLead')} rounds={all}>
            {all.length === 0 ? (
              <EmptyState title={t('overview.emptyTitle')} action={<Link to="/data">{t('overview.toData')}</Link>}>
                {t('overview.empty')}
              </EmptyState>
            ) : (
              <ScrollX label={t('league.indexTitle')}>
                <table className="data rounds">
                  <thead>
                    <tr>
                      <th scope="col">{t('overview.sector')}</th>
                      {periods.map((period) => (
                        <th key={period} scope="col">
                          {t('common.periodOf', { period })}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {sectors.map((sector) => (
                      <tr key={sector.plugin.id}>
                        <th scope="row">
                          {of(sector.title)} <SampleTag example={sector.example} />
                        </th>
                        {periods.map((period) => {
                          const here = all.filter(
                            (round) => round.plugin.id === sector.plugin.id && round.period === period,
                          )
                          return (
                            <td key={period}>
                              {here.map((round) => (
                                <Link
                                  key={round.id}
                                  to="/rounds/$roundId"
                                  params={{ roundId: round.id }}
                                  className="round-link"
                                >
                                  <span className="visually-hidden">{of(round.title)} </span>
                                  {t('overview.units', { count: round.units })}{' '}
                                  <span className="soft">{round.plugin.version}</span>
                                </Link>
                              ))}
                            </td>
                          )
                        })}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollX>
            )}
          </Page>
        )
      }}
    </Loaded>
  )
}
