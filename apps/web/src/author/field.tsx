import type { Text } from '@plumbline/api/contract'
import { useWords } from '../shared/use-language.ts'
import { NOT_APPLICABLE } from './values.ts'

export interface FieldItem extends Text {
  readonly id: string
  readonly type: string
  /** Unit of measure. */
  readonly unit: Text | null
  /** Of a choice. */
  readonly options: readonly (Text & { readonly id: string })[]
  /** Of a level: what may be given, with what the ladder says of it. */
  readonly levels: readonly { readonly level: number; readonly text: Text | null }[]
}

export interface FieldProps {
  readonly item: FieldItem
  readonly text: string
  readonly onChange: (text: string) => void
}

/** One item of the form: a list where the answers are known, else a number. */
export function Field({ item, text, onChange }: FieldProps) {
  const { t, of } = useWords()
  const answers = answersOf()
  return (
    <label className="author-field">
      <span>
        {of(item)}
        {item.unit ? <span className="soft"> {of(item.unit)}</span> : null}
      </span>
      {answers ? (
        <select value={text} onChange={({ target }) => onChange(target.value)} data-item={item.id}>
          <option value="">{t('author.unanswered')}</option>
          {answers.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value={NOT_APPLICABLE}>{t('author.notApplicable')}</option>
        </select>
      ) : (
        <input
          value={text}
          onChange={({ target }) => onChange(target.value)}
          inputMode="decimal"
          placeholder={t('author.unanswered')}
          title={item.type === 'expert' ? t('author.ratings') : undefined}
          list="author-not-applicable"
          data-item={item.id}
        />
      )}
    </label>
  )

  function answersOf(): readonly (readonly [string, string])[] | null {
    if (item.type === 'boolean')
      return [
        ['true', t('author.yes')],
        ['false', t('author.no')],
      ]
    if (item.options.length > 0) return item.options.map((option) => [option.id, of(option)] as const)
    if (item.levels.length === 0) return null
    return item.levels.map(
      ({ level, text: said }) => [String(level), said ? `${level} ${of(said)}` : String(level)] as const,
    )
  }
}
