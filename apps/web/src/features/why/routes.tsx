import { describeFault } from '@plumbline/i18n'
import { useQuery } from '@tanstack/react-query'
import type { Route, RouteReport, Text } from '@plumbline/api/contract'
import type { Fault, FaultParam } from '@plumbline/kernel'
import { Button, Select } from 'antd'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { Loaded } from '../../frame/states.tsx'
import { score } from '../../shared/format.ts'
import { toggled } from '../../shared/search.ts'
import { useWords } from '../../shared/use-language.ts'
import { routesQuery, type RouteSettings } from './query.ts'
import { RouteView } from './route.tsx'
import type { StandingProps } from './standing.tsx'

export interface RoutesProps extends StandingProps {
  readonly grades: readonly (Text & { readonly id: string })[]
  readonly settings: RouteSettings
  readonly onSettings: (settings: RouteSettings) => void
  /** A raw value of an indicator as a reader knows it. */
  readonly valueText: (id: string, value: number | null) => string
}

/** Routes to the next grade, or to one that is chosen: gates first, then three routes; locks as the reader sets them. */
export function RoutesSection(props: RoutesProps) {
  const { t } = useWords()
  const { at, settings, onSettings, nameOf } = props
  const query = useQuery(routesQuery(at, settings))
  return (
    <section aria-labelledby="routes">
      <div className="section-head">
        <h2 id="routes">{t('why.routes')}</h2>
      </div>
      {settings.locked.length > 0 ? (
        <div className="lock-list">
          <span className="soft">{t('why.locked')}</span>
          {settings.locked.map((id) => (
            <Button
              key={id}
              size="small"
              aria-label={`${t('why.unlock')} ${nameOf(id)} ×`}
              onClick={() => onSettings({ ...settings, locked: toggled(settings.locked, id) })}
            >
              {nameOf(id)} ×
            </Button>
          ))}
        </div>
      ) : null}
      <Loaded query={query} heading="h2" skeleton={<PageSkeleton rows={5} height={34} />}>
        {(report) => (
          <div className={query.isPlaceholderData ? 'stale' : undefined} aria-busy={query.isPlaceholderData}>
            <Report report={report} {...props} />
          </div>
        )}
      </Loaded>
    </section>
  )
}

function Report({ report, ...props }: { readonly report: RouteReport } & RoutesProps) {
  const { t, of, language } = useWords()
  const { grades, settings, onSettings, gradeOf, gateOf } = props
  const { target, routes, reasons, gates } = report
  if (target === null) return <p>{t('why.routesTop')}</p>
  const grade = gradeOf(target)
  const own = grades.findIndex(({ id }) => id === report.from)
  const offered = grades.filter((_, index) => index > own)
  return (
    <>
      <p className="soft">{t('why.routesLead', { grade })}</p>
      {offered.length > 1 ? (
        <label className="choice report-choice">
          <span>{t('why.target')}</span>
          <Select
            aria-label={t('why.target')}
            value={target}
            options={offered.map((each) => ({ value: each.id, label: of(each) }))}
            onChange={(value: string) => onSettings({ ...settings, target: value })}
          />
        </label>
      ) : null}
      {gates.length > 0 ? (
        <>
          <h3>{t('why.gates')}</h3>
          <ul className="plain-list">
            {gates.map(({ id, cleared }) => (
              <li key={id}>
                {gateOf(id)} <span className="soft">{t(`why.gateCleared.${cleared}`)}</span>{' '}
                {cleared === 'by-route' ? null : (
                  <Button
                    size="small"
                    aria-pressed={cleared === 'assumed'}
                    onClick={() => onSettings({ ...settings, assumeCleared: toggled(settings.assumeCleared, id) })}
                  >
                    {t('why.assume')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {routes.length === 0 ? (
        <div className="refusal">
          <h3>{t('why.noRoute')}</h3>
          <p>{t('why.noRouteText', { grade })}</p>
          <ul className="reasons">
            {reasons.map((reason) => {
              const { what, remedy } = describeFault(named(reason, props), language)
              return (
                <li key={`${reason.code} ${reason.at.id ?? ''}`}>
                  {what} <span className="soft">{remedy}</span>
                </li>
              )
            })}
          </ul>
        </div>
      ) : (
        <>
          <div className="routes">
            {routes.filter(isFirstOfItsKind).map((route) => (
              <RouteView key={route.kind} route={route} {...props} />
            ))}
          </div>
          <p className="note keys">{t('why.lockHint')}</p>
        </>
      )}
    </>
  )
}

/** A reason with names in place of ids, and scores as the page has them: a fault names ids, a reader knows names. */
function named(reason: Fault, { nameOf, gateOf, gradeOf, digits }: RoutesProps): Fault {
  const ofNode = (id: string): string => (nameOf(id) === id ? gateOf(id) : nameOf(id))
  const word = (key: string, value: FaultParam): FaultParam => {
    if (typeof value === 'number') return score(value, digits)
    if (key === 'grade' || key === 'most') return gradeOf(String(value))
    return key === 'indicators' && Array.isArray(value) ? value.map((id) => nameOf(String(id))) : value
  }
  const params = Object.fromEntries(Object.entries(reason.params).map(([key, value]) => [key, word(key, value)]))
  const { id } = reason.at
  return { ...reason, params, at: id === undefined ? reason.at : { ...reason.at, id: ofNode(id) } }
}

/** A route that has the same steps as one before it says nothing new. */
function isFirstOfItsKind(route: Route, index: number, routes: readonly Route[]): boolean {
  const key = ({ steps }: Route): string => steps.map(({ id, to }) => `${id} ${to}`).join(' ')
  return routes.findIndex((other) => key(other) === key(route)) === index
}
