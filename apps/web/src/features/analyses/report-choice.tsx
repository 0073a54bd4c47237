import type { AnalysisHead } from '@plumbline/api/contract'
import { Select } from 'antd'
import { moment } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'

export interface ReportChoiceProps {
  readonly reports: readonly AnalysisHead[]
  readonly shown: string
  readonly onChoose: (digest: string) => void
}

/** Which of several reports is shown; nothing to choose where there is one. */
export function ReportChoice({ reports, shown, onChoose }: ReportChoiceProps) {
  const { t } = useWords()
  if (reports.length < 2) return null
  return (
    <label className="choice report-choice">
      <span>{t('analyses.reports')}</span>
      <Select
        aria-label={t('analyses.reports')}
        value={shown}
        popupMatchSelectWidth={false}
        options={reports.map(({ digest, job, at }) => ({
          value: digest,
          label:
            job.kind === 'uncertainty'
              ? t('analyses.reportOf', { at: moment(at), draws: job.draws.toLocaleString('en-US'), seed: job.seed })
              : t('analyses.reportBaseOf', { at: moment(at), base: job.base, seed: job.seed }),
        }))}
        onChange={onChoose}
      />
    </label>
  )
}
