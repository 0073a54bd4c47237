import { getRouteApi } from '@tanstack/react-router'
import type { AnalysisResult, Catalogue, UncertaintyReport } from '@plumbline/api/contract'
import { percent, score } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import { AnalysisPage } from './analysis-page.tsx'
import { GroupList } from './group-list.tsx'
import { isConverged, narrow, rankLines, shareOfFirst } from './model.ts'
import { RankTable } from './rank-table.tsx'

const route = getRouteApi('/rounds/$roundId/robustness')
/** An interval of at most so many ranks from end to end is called narrow. */
const NARROW = 2

/** How far the ranks of a round hang on choices that could have been made otherwise. */
export function RobustnessPage() {
  const { roundId } = route.useParams()
  const { report } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <AnalysisPage
      roundId={roundId}
      kind="uncertainty"
      report={report}
      onReport={(digest) =>
        void navigate({ search: (old) => ({ ...old, report: digest }), replace: true, resetScroll: false })
      }
    >
      {(result, catalogue) => <Robustness result={result} catalogue={catalogue} />}
    </AnalysisPage>
  )
}

interface RobustnessProps {
  readonly result: AnalysisResult
  readonly catalogue: Catalogue | undefined
}

function Robustness({ result, catalogue }: RobustnessProps) {
  const { t } = useWords()
  const { report, names } = result
  if (report.kind !== 'uncertainty') return null
  const lines = rankLines(report, names)
  const first = lines[0]
  return (
    <>
      <div className="basis report-headline">
        <p>
          {t('analyses.headline', {
            draws: report.draws.toLocaleString('en-US'),
            settled: narrow(report, NARROW),
            width: NARROW + 1,
            groups: report.groups.length,
          })}
        </p>
        {first?.unit.nominal === 1 ? (
          <p>
            {t('analyses.topSaid', { name: first.name, percent: percent(shareOfFirst(first.unit, report.draws, 1)) })}
          </p>
        ) : null}
      </div>
      <RankTable result={result} report={report} lines={lines} catalogue={catalogue} />
      <GroupList report={report} lines={lines} roundId={result.round.id} />
      <Convergence report={report} />
    </>
  )
}

function Convergence({ report }: { readonly report: UncertaintyReport }) {
  const { t } = useWords()
  const steps = report.convergence
  const [before, last] = [steps.at(-2), steps.at(-1)]
  const figures = (value: number): string => value.toLocaleString('en-US')
  return (
    <section aria-labelledby="convergence">
      <div className="section-head">
        <h2 id="convergence">{t('analyses.convergence')}</h2>
      </div>
      {last ? (
        <p>
          {t('analyses.convergenceSaid', {
            from: figures(before?.draws ?? 0),
            to: figures(last.draws),
            largest: last.largestChange,
            mean: score(last.meanChange),
            verdict: t(isConverged(report) ? 'analyses.converged' : 'analyses.notConverged'),
          })}
        </p>
      ) : null}
      <table className="data compact narrow-table">
        <thead>
          <tr>
            <th scope="col" className="right">
              {t('analyses.soFar')}
            </th>
            <th scope="col" className="right">
              {t('analyses.largest')}
            </th>
            <th scope="col" className="right">
              {t('analyses.mean')}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ draws, largestChange, meanChange }) => (
            <tr key={draws}>
              <td className="right figure">{figures(draws)}</td>
              <td className="right figure">{largestChange}</td>
              <td className="right figure">{score(meanChange)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
