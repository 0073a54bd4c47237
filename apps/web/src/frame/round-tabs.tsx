import { Link } from '@tanstack/react-router'
import { useWords } from '../shared/use-language.ts'

const TABS = [
  { to: '/rounds/$roundId', key: 'tabLeague' },
  { to: '/rounds/$roundId/robustness', key: 'tabRobustness' },
  { to: '/rounds/$roundId/sensitivity', key: 'tabSensitivity' },
  { to: '/rounds/$roundId/audit', key: 'tabAudit' },
] as const

/** The screens of one round. */
export function RoundTabs({ roundId }: { readonly roundId: string }) {
  const { t } = useWords()
  return (
    <nav className="round-tabs" aria-label={t('analyses.tabs')}>
      {TABS.map(({ to, key }) => (
        <Link
          key={key}
          to={to}
          params={{ roundId }}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`analyses.${key}`)}
        </Link>
      ))}
    </nav>
  )
}
