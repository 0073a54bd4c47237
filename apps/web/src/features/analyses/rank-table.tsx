import { getRouteApi, Link } from '@tanstack/react-router'
import type { AnalysisResult, Catalogue, UncertaintyReport } from '@plumbline/api/contract'
import { InputNumber } from 'antd'
import { GradeBar } from '../../charts/grade-bar.tsx'
import { RankRange } from '../../charts/rank-range.tsx'
import { percent } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { langOf } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import { shareOfFirst, type RankLine } from './model.ts'

const route = getRouteApi('/rounds/$roundId/robustness')
const USUAL_K = 10

export interface RankTableProps {
  readonly result: AnalysisResult
  readonly report: UncertaintyReport
  readonly lines: readonly RankLine[]
  readonly catalogue: Catalogue | undefined
}

/** Every unit with its rank, its interval as a picture and in figures, its chances, and its group. */
export function RankTable({ result, report, lines, catalogue }: RankTableProps) {
  const { t, of } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const k = Number(search.k ?? USUAL_K)
  const { round } = result
  const last = report.units.filter(({ nominal }) => nominal !== null).length
  const table = { title: of(round.title), period: round.period, count: report.units.length }
  return (
    <section aria-labelledby="ranks">
      <div className="section-head">
        <h2 id="ranks">{t('analyses.ranks')}</h2>
        <span className="soft">{t('analyses.ranksLead')}</span>
        <label className="choice section-actions">
          <span>{t('analyses.chooseK')}</span>
          <InputNumber
            aria-label={t('analyses.chooseK')}
            min={1}
            max={Math.max(1, last)}
            precision={0}
            value={k}
            onChange={(value) =>
              void navigate({
                search: (old) => ({ ...old, k: value && value !== USUAL_K ? String(value) : undefined }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        </label>
      </div>
      <ScrollX label={t('analyses.ranksTable', table)}>
        <table className="data compact ranks" aria-label={t('analyses.ranksTable', table)}>
          <thead>
            <tr>
              <th scope="col" className="right">
                {t('analyses.rank')}
              </th>
              <th scope="col">{t('analyses.unit')}</th>
              <th scope="col" className="right">
                {t('analyses.interval')}
              </th>
              <th scope="col" className="col-range">
                {t('analyses.chart', { last })}
              </th>
              <th scope="col" className="right">
                {t('analyses.atMostShort', { k })}
              </th>
              <th scope="col" className="right">
                {t('analyses.likeliest')}
              </th>
              <th scope="col" className="col-grades">
                {t('analyses.grades')}
              </th>
              <th scope="col">{t('analyses.group')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.unit.unit} line={line} {...{ report, k, last, catalogue }} roundId={round.id} />
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}

interface LineProps {
  readonly line: RankLine
  readonly report: UncertaintyReport
  readonly k: number
  readonly last: number
  readonly catalogue: Catalogue | undefined
  readonly roundId: string
}

function Line({ line: { unit, name, group, open }, report, k, last, catalogue, roundId }: LineProps) {
  const { t, of } = useWords()
  const { rank, nominal } = unit
  const word = (id: string): string => {
    const grade = catalogue?.grades.find((each) => each.id === id)
    return grade ? of(grade) : id
  }
  const grades = [
    ...report.grades.map((id, index) => ({ id, label: word(id), count: unit.grades[index] ?? 0 })),
    { id: '', label: t('analyses.noGrade'), count: unit.grades.at(-1) ?? 0 },
  ]
  const most = grades.reduce((best, grade) => (grade.count > best.count ? grade : best))
  const list = grades
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label} ${percent(count / report.draws)}`)
    .join(t('common.listSeparator'))
  return (
    <tr className={open ? undefined : 'group-end'}>
      <td className="right figure strong">{nominal ?? t('common.none')}</td>
      <th scope="row">
        <Link to="/rounds/$roundId/units/$unit" params={{ roundId, unit: unit.unit }} lang={langOf(name)}>
          {name}
        </Link>
      </th>
      <td className="right figure nowrap">{rank ? t('analyses.intervalOf', rank) : t('common.none')}</td>
      <td className="middle">
        {rank ? (
          <RankRange
            {...rank}
            nominal={nominal}
            last={last}
            summary={t('analyses.chartOf', { name, rank: nominal ?? t('common.none'), low: rank.low, high: rank.high })}
          />
        ) : (
          <span className="soft">{t('analyses.neverRanked')}</span>
        )}
      </td>
      <td className="right figure">{percent(shareOfFirst(unit, report.draws, k))}</td>
      <td className="right figure nowrap">
        {percent(most.count / report.draws)} <span className="soft">{most.label}</span>
      </td>
      <td className="middle">
        <GradeBar
          label="count"
          grades={grades
            .slice(0, -1)
            .map((grade) => ({ ...grade, count: Math.round((grade.count / report.draws) * 100) }))}
          summary={t('analyses.gradeSummary', { name, list })}
        />
      </td>
      <td className="nowrap soft">
        {group === null
          ? t('analyses.neverRanked')
          : group.size === 1
            ? t('analyses.alone')
            : t('analyses.groupOf', { group: group.number })}
      </td>
    </tr>
  )
}
