import { describeFault } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import { useWords } from '../shared/use-language.ts'
import type { AuthorState } from './state.ts'

/** Every fault with its line, what happened and what to do; then what the cases say. */
export function FaultPanel({ state }: { readonly state: AuthorState }) {
  const { t, language } = useWords()
  const { faults, standard, at } = state
  const errors = faults.filter(({ severity }) => severity === 'error')
  const time = new Date(at).toLocaleTimeString(language, { hour12: false })
  const differences = standard?.differences ?? []
  return (
    <section className="author-status" aria-label={t('author.faults')} aria-live="polite">
      <p>
        <strong className={errors.length > 0 ? 'alert-word' : undefined}>
          {errors.length > 0 ? t('author.faultCount', { count: errors.length }) : t('author.fine')}
        </strong>
        {faults.length > errors.length
          ? ` · ${t('author.warningCount', { count: faults.length - errors.length })}`
          : null}
        {standard && errors.length === 0 ? ` · ${casesText()}` : null}
        <span className="soft">{` · ${t('author.checked', { time })}`}</span>
      </p>
      <FaultList faults={errors.length > 0 ? faults : [...faults, ...differences]} />
    </section>
  )

  function casesText(): string {
    const count = standard?.cases.length ?? 0
    if (count === 0) return t('author.casesNone')
    return differences.length > 0
      ? t('author.casesDiffer', { count: differences.length })
      : t('author.casesHold', { count })
  }
}

export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const { language } = useWords()
  if (faults.length === 0) return null
  return (
    <ul className="author-faults">
      {faults.map((fault, index) => {
        const { where, what, remedy } = describeFault(fault, language)
        return (
          <li key={`${fault.code} ${index}`}>
            {where ? <code>{where}</code> : null} {what} <span className="soft">{remedy}</span>
          </li>
        )
      })}
    </ul>
  )
}
