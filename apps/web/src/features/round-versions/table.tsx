import type { League, RoundVersions } from '@plumbline/api/contract'
import { Link } from '@tanstack/react-router'
import { published, shortDigest } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { langOf } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import { useStatusWord } from '../standards/status-word.ts'

/** Units by versions: score, grade and rank in each; with two or more, how far the last is from the first. */
export function VersionsTable({ data, league }: { readonly data: RoundVersions; readonly league: League }) {
  const { t, of } = useWords()
  const { rounds } = data
  const units = data.units.toSorted(byFirstRank)
  const wordOf = (grade: string | null): string => {
    const known = league.grades.find(({ id }) => id === grade)
    return known ? of(known) : (grade ?? t('common.none'))
  }
  return (
    <ScrollX label={t('versions.besideLink')}>
      <table className="data compact beside">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('versions.unit')}
            </th>
            {rounds.map((round, index) => (
              <VersionHead key={round.id} round={round} first={index === 0} />
            ))}
            {rounds.length > 1 ? (
              <th scope="col" rowSpan={2} className="right">
                {t('versions.difference')}
              </th>
            ) : null}
          </tr>
          <tr>
            {rounds.map((round) => (
              <FigureHeads key={round.id} />
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, name, results }) => (
            <tr key={unit}>
              <th scope="row" lang={langOf(name)}>
                {name}
              </th>
              {results.map((result, index) => [
                <td key={`score ${rounds[index]?.id}`} className="right figure">
                  {published(result?.score, league.display)}
                </td>,
                <td key={`grade ${rounds[index]?.id}`}>
                  {result?.status === 'graded' || !result
                    ? wordOf(result?.grade ?? null)
                    : t(`common.statusOf.${result.status}`)}
                </td>,
                <td key={`rank ${rounds[index]?.id}`} className="right figure">
                  {result?.rank ?? t('common.none')}
                </td>,
              ])}
              {rounds.length > 1 ? (
                <td className="right figure">{published(changeOf(results), league.display)}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

function VersionHead({ round, first }: { readonly round: RoundVersions['rounds'][number]; readonly first: boolean }) {
  const { t } = useWords()
  const statusWord = useStatusWord()
  return (
    <th scope="colgroup" colSpan={3}>
      <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
        {round.plugin.version}
      </Link>{' '}
      {t(first ? 'versions.first' : 'versions.other')}
      {round.state ? ` · ${statusWord(round.state)}` : ''}
      {round.resultDigest ? (
        <div className="soft small">{t('versions.resultDigest', { digest: shortDigest(round.resultDigest) })}</div>
      ) : null}
    </th>
  )
}

function FigureHeads() {
  const { t } = useWords()
  return (
    <>
      <th scope="col" className="right">
        {t('common.score')}
      </th>
      <th scope="col">{t('common.grade')}</th>
      <th scope="col" className="right">
        {t('common.rank')}
      </th>
    </>
  )
}

type Unit = RoundVersions['units'][number]

/** As in the league table of the round itself; units without a rank come last, in their own order. */
const byFirstRank = (one: Unit, other: Unit): number => firstRank(one) - firstRank(other) || 0

const firstRank = ({ results }: Unit): number => results[0]?.rank ?? Infinity

/** Score under the last version less that under the first. */
function changeOf(results: RoundVersions['units'][number]['results']): number | null {
  const [before, now] = [results.at(0)?.score ?? null, results.at(-1)?.score ?? null]
  return before === null || now === null ? null : now - before
}
