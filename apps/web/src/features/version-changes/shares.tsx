import { describeFault } from '@plumbline/i18n'
import type { DifferenceReport } from '@plumbline/api/contract'
import { score } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { useShareName } from './use-share-name.ts'

/** What each change does to scores on the whole; or why that cannot be said. */
export function Shares({ report: { shares, sharedRows, shareFaults } }: { readonly report: DifferenceReport }) {
  const { t, language } = useWords()
  const nameOf = useShareName()
  if (shareFaults.length > 0) {
    return (
      <section aria-labelledby="shares">
        <h2 id="shares">{t('versionChanges.noShares')}</h2>
        {shareFaults.map((fault) => {
          const { what, remedy } = describeFault(fault, language)
          return (
            <p key={what}>
              {what} <span className="soft">{remedy}</span>
            </p>
          )
        })}
      </section>
    )
  }
  if (shares.length === 0) return null
  return (
    <section aria-labelledby="shares">
      <h2 id="shares">{t('versionChanges.shares')}</h2>
      <p className="soft">{t('versionChanges.sharesLead', { rows: sharedRows })}</p>
      <ScrollX label={t('versionChanges.shares')}>
        <table className="data compact">
          <thead>
            <tr>
              <th scope="col">{t('versionChanges.change')}</th>
              <th scope="col" className="right">
                {t('versionChanges.mean')}
              </th>
              <th scope="col" className="right">
                {t('versionChanges.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.id}>
                <th scope="row">{nameOf(share)}</th>
                <td className="right figure">{score(share.mean)}</td>
                <td className="right figure">{score(share.size)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}
