import { getRouteApi } from '@tanstack/react-router'
import type { AnalysisResult, Catalogue } from '@plumbline/api/contract'
import { AnalysisPage } from './analysis-page.tsx'
import { FactorTable } from './factor-table.tsx'
import { RemovalTable } from './removal-table.tsx'
import { WeightTable } from './weight-table.tsx'

const route = getRouteApi('/rounds/$roundId/sensitivity')

/** Which weights and indicators the ranking of a round hangs on. */
export function SensitivityPage() {
  const { roundId } = route.useParams()
  const { report } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <AnalysisPage
      roundId={roundId}
      kind="sensitivity"
      report={report}
      onReport={(digest) =>
        void navigate({ search: (old) => ({ ...old, report: digest }), replace: true, resetScroll: false })
      }
    >
      {(result, catalogue) => <Sensitivity result={result} catalogue={catalogue} />}
    </AnalysisPage>
  )
}

function Sensitivity({
  result,
  catalogue,
}: {
  readonly result: AnalysisResult
  readonly catalogue: Catalogue | undefined
}) {
  const { report, head, names } = result
  if (report.kind !== 'sensitivity') return null
  return (
    <>
      <FactorTable report={report} spec={head.job.spec} catalogue={catalogue} />
      <RemovalTable report={report} catalogue={catalogue} />
      <WeightTable report={report} names={names} catalogue={catalogue} />
    </>
  )
}
