import { BETTER, WORSE_TEXT } from './colours.ts'
import { score } from './format.ts'
import { useWords } from './use-language.ts'

/** A difference, positive for better: arrow, figure and, for those who do not see the arrow, the word. */
export function Change({ value, digits }: { readonly value: number; readonly digits: number }) {
  const { t } = useWords()
  const text = score(Math.abs(value), digits)
  if (Number(text) === 0) return <span className="change soft">{t('league.same')}</span>
  const up = value > 0
  return (
    <span className="change figure" style={{ color: up ? BETTER : WORSE_TEXT }}>
      <span aria-hidden="true">
        {up ? '▲' : '▼'} {text}
      </span>
      <span className="visually-hidden">{t(up ? 'league.up' : 'league.down', { value: text })}</span>
    </span>
  )
}
