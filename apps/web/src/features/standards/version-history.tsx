import type { VersionHistoryEntry } from '@plumbline/api/contract'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { useStatusWord } from './status-word.ts'

/** What became of the versions of a standard: when, by whom, why; newest first. */
export function VersionHistory({ history }: { readonly history: readonly VersionHistoryEntry[] }) {
  const { t, language } = useWords()
  const statusWord = useStatusWord()
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <h3>{t('versions.history')}</h3>
      {history.length === 0 ? (
        <p className="soft">{t('versions.historyEmpty')}</p>
      ) : (
        <ScrollX label={t('versions.history')}>
          <table className="data compact">
            <thead>
              <tr>
                <th scope="col">{t('versions.when')}</th>
                <th scope="col">{t('common.version')}</th>
                <th scope="col">{t('versions.state')}</th>
                <th scope="col">{t('versions.who')}</th>
                <th scope="col">{t('versions.why')}</th>
              </tr>
            </thead>
            <tbody>
              {history.map(({ at, version, digest, state, actor, reason }) => (
                <tr key={`${at} ${digest} ${state}`}>
                  <td>
                    <time dateTime={at}>{time.format(new Date(at))}</time>
                  </td>
                  <td className="figure">{version}</td>
                  <td>{statusWord(state)}</td>
                  <td>{actor}</td>
                  <td>{reason || t('common.none')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </>
  )
}
