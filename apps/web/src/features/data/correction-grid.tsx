import { describeFault } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import type { Correction, Preview } from '@plumbline/api/contract'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { withCorrection } from './cells.ts'

export interface CorrectionGridProps {
  readonly preview: Preview
  readonly byCell: ReadonlyMap<string, readonly Fault[]>
  readonly corrections: readonly Correction[]
  readonly onCorrect: (corrections: readonly Correction[]) => void
}

/** The file as rows and columns; a cell that is wrong, or was, is a field with its message beneath. */
export function CorrectionGrid({ preview, byCell, corrections, onCorrect }: CorrectionGridProps) {
  const { t } = useWords()
  return (
    <>
      <h3>{t('data.grid')}</h3>
      <p className="note">{t('data.gridNote', { total: preview.totalRows })}</p>
      <ScrollX className="grid-box" label={t('data.grid')}>
        <table className="data sheet">
          <thead>
            <tr>
              <th scope="col">{t('data.row')}</th>
              {preview.header.map((column) => (
                <th key={column.letter} scope="col" className={column.item === null ? 'unbound' : undefined}>
                  <span className="soft">{column.letter}</span> {column.text}
                  {column.item === null ? <span className="tag">{t('data.unbound')}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" className="figure">
                  {row}
                </th>
                {preview.header.map((column, index) => {
                  const cell = `${column.letter}${row}`
                  const original = cells[index] ?? ''
                  const corrected = corrections.find((each) => each.cell === cell)
                  const faults = byCell.get(cell) ?? []
                  if (faults.length === 0 && !corrected) return <td key={cell}>{original}</td>
                  return (
                    <td key={cell}>
                      <CellField
                        cell={cell}
                        label={t('data.cellOf', { cell, column: column.text })}
                        value={corrected?.value ?? original}
                        faults={faults}
                        onChange={(value) => onCorrect(withCorrection(corrections, { cell, value }, original))}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  )
}

interface CellFieldProps {
  readonly cell: string
  readonly label: string
  readonly value: string
  readonly faults: readonly Fault[]
  readonly onChange: (value: string) => void
}

function CellField({ cell, label, value, faults, onChange }: CellFieldProps) {
  const { language } = useWords()
  const wrong = faults.some((each) => each.severity === 'error')
  const message = `message-${cell}`
  return (
    <div className={wrong ? 'cell-field wrong' : 'cell-field'}>
      <input
        id={`cell-${cell}`}
        value={value}
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={faults.length > 0 ? message : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {faults.length > 0 ? (
        <div id={message} className="cell-error">
          {faults.map((each, index) => {
            const { what, remedy } = describeFault(each, language)
            return (
              <p key={index}>
                {what} {remedy}
              </p>
            )
          })}
        </div>
      ) : null}
    </div>
  )
}
