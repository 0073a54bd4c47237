import type { ImportResult } from '@plumbline/api/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '../../shared/use-language.ts'

/** What was written, and the way to the results. */
export function ImportDone({ result, onAgain }: { readonly result: ImportResult; readonly onAgain: () => void }) {
  const { t, of } = useWords()
  return (
    <section className="import-step" aria-labelledby="done">
      <h2 id="done">{t('data.doneTitle')}</h2>
      <p>{t('data.done', { units: result.units, cells: result.cells })}</p>
      <ul>
        {result.rounds.map((round) => (
          <li key={round.id}>
            <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
              {t('data.openRound', { title: of(round.title), period: round.period })}
            </Link>
          </li>
        ))}
      </ul>
      <Button onClick={onAgain}>{t('data.again')}</Button>
    </section>
  )
}
