import { useQuery } from '@tanstack/react-query'
import type { DifferenceReport, Mover, MoverResult } from '@plumbline/api/contract'
import { published, signed } from '../../shared/format.ts'
import { MoreRows } from '../../shared/more-rows.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { langOf } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import { catalogueQuery } from '../standards/query.ts'
import { useShareName } from './use-share-name.ts'

const PLAIN = { digits: 2, full: 100 }

/** Whose result moves: old score, points of each change, new score, grade and rank, unit by unit. */
export function Movers({ report }: { readonly report: DifferenceReport }) {
  const { t } = useWords()
  const { replays, movers, round } = report
  return (
    <section aria-labelledby="movers">
      <h2 id="movers">{t('versionChanges.moves')}</h2>
      {replays.map(({ source, ...counts }) => (
        <p key={source}>{t('versionChanges.replay', { source: t(`versionChanges.source.${source}`), ...counts })}</p>
      ))}
      {round?.migrated ? <p className="soft">{t('versionChanges.migrated')}</p> : null}
      {movers.length === 0 ? (
        <p className="soft">{t(round ? 'versionChanges.nobody' : 'versionChanges.withoutData')}</p>
      ) : (
        <>
          <p className="soft">{t('versionChanges.waterfall')}</p>
          <MoverTable report={report} />
        </>
      )}
    </section>
  )
}

function MoverTable({ report }: { readonly report: DifferenceReport }) {
  const { t, of } = useWords()
  const nameOf = useShareName()
  const old = useQuery(catalogueQuery(report.from.digest)).data
  const next = useQuery(catalogueQuery(report.to.digest)).data
  const display = next?.display ?? PLAIN
  const grades = [...(next?.grades ?? []), ...(old?.grades ?? [])]
  const gradeOf = (result: MoverResult | null): string => {
    if (!result) return t('versionChanges.refused')
    if (result.status !== 'graded') return t(`common.statusOf.${result.status}`)
    const known = grades.find(({ id }) => id === result.grade)
    return known ? of(known) : (result.grade ?? t('common.none'))
  }
  return (
    <MoreRows rows={report.movers} few={20}>
      {(shown) => (
        <ScrollX label={t('versionChanges.moves')}>
          <table className="data compact beside movers">
            <thead>
              <tr>
                <th scope="col">{t('versionChanges.unit')}</th>
                <th scope="col" className="right">
                  {t('versionChanges.before')}
                </th>
                {report.shares.map((share) => (
                  <th key={share.id} scope="col" className="right share-head">
                    {nameOf(share)}
                  </th>
                ))}
                <th scope="col" className="right">
                  {t('versionChanges.after')}
                </th>
                <th scope="col" className="right">
                  {t('versionChanges.difference')}
                </th>
                <th scope="col">{t('common.grade')}</th>
                <th scope="col">{t('common.rank')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((mover) => (
                <tr key={mover.unit}>
                  <th scope="row" lang={langOf(mover.name)}>
                    {mover.name}
                  </th>
                  <td className="right figure">{published(mover.before.score, display)}</td>
                  {report.shares.map((share, place) => (
                    <td key={share.id} className="right figure">
                      {signedOr(mover.shares[place], display)}
                    </td>
                  ))}
                  <td className="right figure">
                    {mover.after ? published(mover.after.score, display) : t('versionChanges.refused')}
                  </td>
                  <td className="right figure">{signedOr(moved(mover), display)}</td>
                  <td className={mover.flipped ? 'flipped' : undefined}>
                    {mover.flipped ? `${gradeOf(mover.before)} → ${gradeOf(mover.after)}` : gradeOf(mover.before)}
                    {mover.flipped ? <span className="visually-hidden"> {t('versionChanges.flipped')}</span> : null}
                  </td>
                  <td className="figure">{ranksOf(mover, t('common.none'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </MoreRows>
  )
}

const moved = ({ before, after }: Mover): number | null =>
  before.score === null || after === null || after.score === null ? null : after.score - before.score

const signedOr = (value: number | null | undefined, display: typeof PLAIN): string =>
  value === null || value === undefined ? published(null, display) : signed(value, display)

function ranksOf({ before, after }: Mover, none: string): string {
  const [old, next] = [before.rank ?? none, after?.rank ?? none]
  return old === next ? String(old) : `${old} → ${next}`
}
