import { describeFault } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import type { Correction, ImportCheck } from '@plumbline/api/contract'
import { Button } from 'antd'
import { useWords } from '../../shared/use-language.ts'
import { faultsByCell } from './cells.ts'
import { CorrectionGrid } from './correction-grid.tsx'

const LISTED = 200

export interface CheckReportProps {
  readonly check: ImportCheck
  readonly corrections: readonly Correction[]
  /** Cells were changed since the check. */
  readonly pending: boolean
  readonly busy: boolean
  readonly onCorrect: (corrections: readonly Correction[]) => void
  readonly onCheck: () => void
}

/** What the server found: a list that leads to the cells, and the cells themselves to put right. */
export function CheckReport({ check, corrections, pending, busy, onCorrect, onCheck }: CheckReportProps) {
  const { t } = useWords()
  const byCell = faultsByCell(check.faults, check.preview)
  const errors = check.faults.filter(({ severity }) => severity === 'error').length
  const listed = check.faults.slice(0, LISTED)
  return (
    <>
      <div className={check.accepted ? 'verdict good' : 'verdict bad'}>
        <p>
          {t('data.checked', {
            rows: check.preview.totalRows,
            errors,
            warnings: check.faults.length - errors,
          })}
        </p>
        <p>
          <strong>{check.accepted ? t('data.ok') : t('data.notOk', { count: errors })}</strong>
        </p>
        {pending ? (
          <p>
            {t('data.corrected', { count: corrections.length })}{' '}
            <Button type="primary" loading={busy} onClick={onCheck}>
              {t('data.recheck')}
            </Button>
          </p>
        ) : null}
      </div>
      {listed.length > 0 ? (
        <>
          <h3>{t('data.problemList')}</h3>
          <ul className="problems">
            {listed.map((each, index) => (
              <Problem key={index} fault={each} column={columnOf(each, check)} />
            ))}
            {check.faults.length > LISTED ? (
              <li className="soft">{t('data.more', { count: check.faults.length - LISTED })}</li>
            ) : null}
          </ul>
        </>
      ) : null}
      {check.preview.rows.length > 0 ? (
        <CorrectionGrid preview={check.preview} byCell={byCell} corrections={corrections} onCorrect={onCorrect} />
      ) : null}
    </>
  )
}

/** Heading of the column that a fault's cell stands in; undefined where the grid does not show the cell. */
function columnOf(fault: Fault, { preview }: ImportCheck): string | undefined {
  const [, letter, row] = /^([A-Z]+)(\d+)$/.exec(fault.at.cell ?? '') ?? []
  return preview.rows.some((each) => each.row === Number(row))
    ? preview.header.find((each) => each.letter === letter)?.text
    : undefined
}

function Problem({ fault, column }: { readonly fault: Fault; readonly column: string | undefined }) {
  const { t, language } = useWords()
  const { where, what, remedy } = describeFault(fault, language)
  const place = column === undefined ? where : [fault.at.unit, fault.at.period, column].filter(Boolean).join(' · ')
  const jump = () => {
    const field = document.getElementById(`cell-${fault.at.cell ?? ''}`)
    field?.scrollIntoView({ block: 'center', inline: 'center' })
    field?.focus({ preventScroll: true })
  }
  return (
    <li className={fault.severity}>
      <span className={fault.severity === 'error' ? 'alert-word' : 'soft'}>
        {t(fault.severity === 'error' ? 'data.errors' : 'data.warnings')}
      </span>{' '}
      {column === undefined ? null : (
        <button
          type="button"
          className="jump"
          onClick={jump}
          aria-label={t('data.jump', { cell: fault.at.cell ?? '' })}
        >
          {fault.at.cell}
        </button>
      )}{' '}
      <strong>{place}</strong> {what} <span className="soft">{remedy}</span>
    </li>
  )
}
