import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { faultLine } from '@plumbline/i18n'
import type { StandardSummary } from '@plumbline/api/contract'
import { SampleTag } from '../../frame/banner.tsx'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { shortDigest } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { standardsQuery } from './query.ts'
import { Upload } from './upload.tsx'
import { useStatusWord } from './status-word.ts'

/** Every version of every standard that is loaded, and those that could not be. */
export function StandardsPage() {
  const { t } = useWords()
  const standards = useQuery(standardsQuery())
  return (
    <Loaded query={standards} skeleton={<PageSkeleton rows={5} height={40} />}>
      {(all) => (
        <Page title={t('standards.title')} lead={t('standards.lead')} example={all.some(({ example }) => example)}>
          {all.length === 0 ? (
            <EmptyState title={t('standards.emptyTitle')}>{t('standards.empty')}</EmptyState>
          ) : (
            <ScrollX label={t('standards.title')}>
              <table className="data standards">
                <thead>
                  <tr>
                    <th scope="col">{t('standards.standard')}</th>
                    <th scope="col">{t('common.version')}</th>
                    <th scope="col">{t('common.status')}</th>
                    <th scope="col" className="right">
                      {t('standards.indicators')}
                    </th>
                    <th scope="col">{t('standards.core')}</th>
                    <th scope="col">{t('standards.digest')}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((standard) => (
                    <StandardRow key={standard.plugin.digest + standard.plugin.id} standard={standard} />
                  ))}
                </tbody>
              </table>
            </ScrollX>
          )}
          <Upload />
        </Page>
      )}
    </Loaded>
  )
}

function StandardRow({ standard }: { readonly standard: StandardSummary }) {
  const { t, of, language } = useWords()
  const statusWord = useStatusWord()
  const { plugin, core, faults } = standard
  const broken = faults.some((fault) => fault.severity === 'error')
  return (
    <tr>
      <th scope="row">
        {broken ? (
          of(standard.title)
        ) : (
          <Link to="/standards/$digest" params={{ digest: plugin.digest }}>
            {of(standard.title)}
          </Link>
        )}{' '}
        <SampleTag example={standard.example} />
        <div className="soft small">{plugin.id}</div>
        {faults.map((fault) => (
          <div key={faultLine(fault, language)} className="cell-error">
            {faultLine(fault, language)}
          </div>
        ))}
      </th>
      <td className="figure">{plugin.version}</td>
      <td>
        {broken ? t('standards.faulty') : statusWord(standard.status)}
        {standard.preferred ? <div className="soft small">{t('versions.preferred')}</div> : null}
      </td>
      <td className="right figure">{standard.indicators}</td>
      <td>{core && core.id !== plugin.id ? `${core.id} ${core.version}` : t('common.none')}</td>
      <td>
        <code title={plugin.digest}>{shortDigest(plugin.digest)}</code>
      </td>
    </tr>
  )
}
