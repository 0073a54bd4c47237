import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { VersionList, VersionRecord, VersionSignature } from '@plumbline/api/contract'
import { describeFault, faultLine } from '@plumbline/i18n'
import { Loaded } from '../../frame/states.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { shortDigest } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { versionsQuery } from './query.ts'
import { StateForm } from './state-form.tsx'
import { useStatusWord } from './status-word.ts'
import { VersionHistory } from './version-history.tsx'

/** The register of one standard: versions side by side, who stands for them, what became of them. */
export function Versions({ id, digest }: { readonly id: string; readonly digest: string }) {
  const { t } = useWords()
  const versions = useQuery(versionsQuery(id))
  return (
    <section aria-labelledby="versions-title" className="versions">
      <h2 id="versions-title">{t('versions.title')}</h2>
      <p className="soft">{t('versions.lead')}</p>
      <Loaded query={versions} heading="h2" skeleton={<PageSkeleton rows={3} height={34} />}>
        {(list) => <VersionTables list={list} digest={digest} />}
      </Loaded>
    </section>
  )
}

function VersionTables({ list, digest }: { readonly list: VersionList; readonly digest: string }) {
  const { t, language } = useWords()
  const current = list.versions.find(({ plugin }) => plugin.digest === digest)
  return (
    <>
      <ScrollX label={t('versions.title')}>
        <table className="data compact">
          <thead>
            <tr>
              <th scope="col">{t('common.version')}</th>
              <th scope="col">{t('common.status')}</th>
              <th scope="col">{t('versions.origin')}</th>
              <th scope="col" className="right">
                {t('versions.rounds')}
              </th>
              <th scope="col">{t('versions.signatures')}</th>
            </tr>
          </thead>
          <tbody>
            {list.versions.map((version) => (
              <VersionRow key={version.plugin.digest} version={version} here={version.plugin.digest === digest} />
            ))}
          </tbody>
        </table>
      </ScrollX>
      {list.versions.length > 1 ? (
        <p>
          <Link to="/standards/changes" search={{ id: list.id }}>
            {t('versionChanges.link')}
          </Link>
        </p>
      ) : null}
      {list.failed.length > 0 ? (
        <>
          <h3>{t('versions.failed')}</h3>
          {list.failed.flatMap(({ faults }) =>
            faults.map((fault) => (
              <p key={faultLine(fault, language)} className="cell-error">
                {faultLine(fault, language)}
              </p>
            )),
          )}
        </>
      ) : null}
      {current ? <StateForm key={current.state} version={current} /> : null}
      <VersionHistory history={list.history} />
    </>
  )
}

function VersionRow({ version, here }: { readonly version: VersionRecord; readonly here: boolean }) {
  const { t } = useWords()
  const statusWord = useStatusWord()
  const { plugin, state, origin, rounds, preferred, signatures } = version
  return (
    <tr>
      <th scope="row">
        {here ? (
          <span className="figure">{plugin.version}</span>
        ) : (
          <Link to="/standards/$digest" params={{ digest: plugin.digest }}>
            {plugin.version}
          </Link>
        )}{' '}
        <code className="soft" title={plugin.digest}>
          {shortDigest(plugin.digest)}
        </code>
        {here ? <span className="soft small"> {t('versions.here')}</span> : null}
      </th>
      <td>
        {statusWord(state)}
        {preferred ? <span className="soft small"> · {t('versions.preferred')}</span> : null}
      </td>
      <td>{t(`versions.originOf.${origin}`)}</td>
      <td className="right figure">{rounds}</td>
      <td>
        {signatures.length === 0 ? <span className="soft">{t('versions.unsigned')}</span> : null}
        {signatures.map((signature) => (
          <Signature key={`${signature.keyid} ${signature.signedAt}`} signature={signature} />
        ))}
        <Missing version={version} />
      </td>
    </tr>
  )
}

function Signature({ signature }: { readonly signature: VersionSignature }) {
  const { t } = useWords()
  const { keyid, holder, role, signedAt, counts } = signature
  const name = holder ?? t('versions.unknownKey', { keyid: shortDigest(keyid) })
  const said = role ? t(`versions.roleOf.${role}`) : t('common.none')
  return (
    <div>
      {t('versions.signature', { holder: name, role: said, date: signedAt?.slice(0, 10) ?? t('common.none') })}{' '}
      <span className={counts ? 'soft' : 'cell-error'}>{t(counts ? 'versions.counts' : 'versions.countsNot')}</span>
    </div>
  )
}

/** What keeps a candidate from being published. */
function Missing({ version }: { readonly version: VersionRecord }) {
  const { t, language } = useWords()
  const { publishing, next } = version
  if (publishing.length === 0 || !next.includes('published')) return null
  return (
    <details>
      <summary>{t('versions.missing')}</summary>
      {publishing.map((fault) => {
        const { what, remedy } = describeFault(fault, language)
        return (
          <p key={what} className="small">
            {what} <span className="soft">{remedy}</span>
          </p>
        )
      })}
    </details>
  )
}
