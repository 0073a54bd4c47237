import type { AnalysisHead, Catalogue } from '@plumbline/api/contract'
import { CopyButton } from '../../frame/copy-button.tsx'
import { moment } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import { useSpecSentences } from './use-spec-sentences.ts'

/** Everything that decides the report, so that anybody gets the same figures. */
export function ReportProvenance({
  head,
  catalogue,
}: {
  readonly head: AnalysisHead
  readonly catalogue: Catalogue | undefined
}) {
  const { t } = useWords()
  const sentences = useSpecSentences(catalogue)
  const { job } = head
  const rows: readonly (readonly [string, string])[] = [
    job.kind === 'uncertainty'
      ? [t('analyses.draws'), job.draws.toLocaleString('en-US')]
      : [t('analyses.base'), String(job.base)],
    [t('analyses.seed'), String(job.seed)],
    [t('common.kernel'), `${head.kernel} · ${t('common.semantics')} ${head.semantics}`],
    [t('common.pluginDigest'), head.pluginDigest],
    [t('common.dataDigest'), head.inputDigest],
    [t('analyses.reportDigest'), head.digest],
    [t('common.computedAt'), moment(head.at)],
  ]
  return (
    <section aria-labelledby="report-provenance">
      <div className="section-head">
        <h2 id="report-provenance">{t('analyses.provenance')}</h2>
        <span className="soft">{t('analyses.allSame')}</span>
      </div>
      <ul className="reasons">
        {sentences(job.spec).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <dl className="facts report-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="keys">
        <CopyButton text={() => JSON.stringify({ ...head }, null, 2)} label={t('common.copyAll')} />
      </p>
    </section>
  )
}
