import type { League, LeagueRow } from '@plumbline/api/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { pillarColour } from '../../shared/colours.ts'
import { published } from '../../shared/format.ts'
import { GradeMark } from '../../shared/grade-mark.tsx'
import { listText, toggled } from '../../shared/search.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { langOf } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'

const route = getRouteApi('/rounds/$roundId/')

/** The picked units beside each other, pillar by pillar. */
export function SideBySide({ league, picked }: { readonly league: League; readonly picked: readonly string[] }) {
  const { t, of } = useWords()
  const navigate = route.useNavigate()
  const rows = picked.flatMap((unit) => league.rows.find((row) => row.unit === unit) ?? [])
  if (rows.length === 0) return null
  const setPicks = (units: readonly string[]) =>
    void navigate({ search: (old) => ({ ...old, pick: listText(units) }), replace: true, resetScroll: false })
  return (
    <section className="side-by-side" aria-labelledby="side-by-side-title">
      <div className="section-head">
        <h2 id="side-by-side-title">{t('league.sideBySide')}</h2>
        <span className="soft">{t('league.contributionsNote')}</span>
        <Button size="small" onClick={() => setPicks([])}>
          {t('league.clearPicks')}
        </Button>
      </div>
      <ScrollX label={t('league.sideBySide')}>
        <table className="data compact side">
          <thead>
            <tr>
              <th scope="col">{t('league.dimension')}</th>
              {rows.map((row) => (
                <th key={row.unit} scope="col" className="right">
                  <Link
                    to="/rounds/$roundId/units/$unit"
                    params={{ roundId: league.round.id, unit: row.unit }}
                    lang={langOf(row.name)}
                  >
                    {row.name}
                  </Link>
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('league.removeOf', { name: row.name })}
                    onClick={() => setPicks(toggled(picked, row.unit))}
                  >
                    ×
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {league.pillars.map((pillar, index) => (
              <tr key={pillar.id}>
                <th scope="row">
                  <i className="swatch" style={{ background: pillarColour(index) }} aria-hidden="true" /> {of(pillar)}
                </th>
                {rows.map((row) => (
                  <td
                    key={row.unit}
                    className={rows.length > 1 && best(rows, index) === row ? 'right figure strong' : 'right figure'}
                  >
                    {published(row.score === null ? null : row.contributions[index], league.display)}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="total">
              <th scope="row">{t('league.score')}</th>
              {rows.map((row) => (
                <td key={row.unit} className="right figure strong">
                  {published(row.score, league.display)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('league.core')}</th>
              {rows.map((row) => (
                <td key={row.unit} className="right figure">
                  {published(row.core, league.display)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('league.grade')}</th>
              {rows.map((row) => (
                <td key={row.unit} className="right">
                  <Graded row={row} league={league} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('league.rank')}</th>
              {rows.map((row) => (
                <td key={row.unit} className="right figure">
                  {row.rank ?? t('common.none')}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}

function Graded({ row, league }: { readonly row: LeagueRow; readonly league: League }) {
  const { t, of } = useWords()
  const index = league.grades.findIndex((grade) => grade.id === row.grade)
  const grade = league.grades[index]
  return grade ? (
    <GradeMark label={of(grade)} index={index} count={league.grades.length} />
  ) : (
    t(`common.statusOf.${row.status}`)
  )
}

function best(rows: readonly LeagueRow[], pillar: number): LeagueRow | undefined {
  return rows.toSorted((a, b) => (b.contributions[pillar] ?? 0) - (a.contributions[pillar] ?? 0))[0]
}
