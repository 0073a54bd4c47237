import { getRouteApi } from '@tanstack/react-router'
import type { VersionRecord } from '@plumbline/api/contract'
import { useWords } from '../../shared/use-language.ts'
import { useStatusWord } from '../standards/status-word.ts'
import type { Choice } from './model.ts'
import { NO_ROUND, type ChangesSearch } from './search.ts'

const route = getRouteApi('/standards/changes')

export interface ChangesControlsProps {
  readonly versions: readonly VersionRecord[]
  readonly choice: Choice
}

/** Which two versions, and on whose data. */
export function ChangesControls({ versions, choice: { from, to, rounds, round } }: ChangesControlsProps) {
  const { t } = useWords()
  const statusWord = useStatusWord()
  const navigate = route.useNavigate()
  const set = (change: ChangesSearch) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
  const options = versions.map(({ plugin, state }) => (
    <option key={plugin.digest} value={plugin.version}>
      {plugin.version} · {statusWord(state)}
    </option>
  ))
  return (
    <div className="state-form">
      <label>
        {t('versionChanges.from')}
        <select value={from?.plugin.version ?? ''} onChange={(event) => set({ from: event.target.value })}>
          {options}
        </select>
      </label>
      <label>
        {t('versionChanges.to')}
        <select value={to?.plugin.version ?? ''} onChange={(event) => set({ to: event.target.value })}>
          {options}
        </select>
      </label>
      <label>
        {t('versionChanges.round')}
        <select value={round?.id ?? NO_ROUND} onChange={(event) => set({ round: event.target.value })}>
          {rounds.map(({ id, period, plugin }) => (
            <option key={id} value={id}>
              {period} · {plugin.version}
            </option>
          ))}
          <option value={NO_ROUND}>{t('versionChanges.noRound')}</option>
        </select>
      </label>
    </div>
  )
}
