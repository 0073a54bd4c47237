import { describeFault } from '@plumbline/i18n'
import type { DifferenceReport } from '@plumbline/api/contract'
import { MoreRows } from '../../shared/more-rows.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

/** How far the number must be raised, and how far it was. */
export function Bumps({ report }: { readonly report: DifferenceReport }) {
  const { t, of } = useWords()
  const { structural, replayed, least, raised, enough, leastVersion, corrects } = report
  const bump = (one: typeof least): string => t(`versionChanges.bump.${one}`)
  return (
    <section aria-labelledby="bumps">
      <h2 id="bumps">{t('versionChanges.bumps')}</h2>
      <p>
        {t('versionChanges.least', {
          least: bump(least),
          structural: bump(structural),
          replayed: bump(replayed),
          raised: bump(raised),
        })}{' '}
        <strong className={enough ? undefined : 'cell-error'}>
          {enough ? t('versionChanges.enough') : t('versionChanges.tooLittle', { version: leastVersion })}
        </strong>
      </p>
      {corrects ? <p className="erratum-banner">{t('versionChanges.corrects', { reason: of(corrects) })}</p> : null}
    </section>
  )
}

/** Every change in the standard's own words, with the bump that it asks for. */
export function ChangeTable({ changes }: Pick<DifferenceReport, 'changes'>) {
  const { t, language } = useWords()
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('versionChanges.changes')}</h2>
      {changes.length === 0 ? <p className="soft">{t('versionChanges.noChanges')}</p> : null}
      {changes.length === 0 ? null : (
        <MoreRows rows={changes} few={20}>
          {(shown) => (
            <ScrollX label={t('versionChanges.changes')}>
              <table className="data compact wrap">
                <thead>
                  <tr>
                    <th scope="col">{t('versionChanges.asks')}</th>
                    <th scope="col">{t('versionChanges.change')}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map(({ fault, bump }) => {
                    const { what, remedy } = describeFault(fault, language)
                    return (
                      <tr key={what}>
                        <td>{t(`versionChanges.bump.${bump}`)}</td>
                        <td className="said">
                          {what} {remedy ? <span className="soft">{remedy}</span> : null}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </ScrollX>
          )}
        </MoreRows>
      )}
    </section>
  )
}
