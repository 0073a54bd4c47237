import type { Display } from '@plumbline/kernel'
import { BETTER, WORSE_TEXT } from './colours.ts'
import { published } from './format.ts'
import { useWords } from './use-language.ts'

/** A difference, positive for better: arrow, figure and, for those who do not see the arrow, the word. */
export function Change({ value, display }: { readonly value: number; readonly display: Display }) {
  const { t } = useWords()
  const text = published(Math.abs(value), display)
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
