import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react'
import { useShortcut } from '../../shared/shortcuts.ts'
import { useWords } from '../../shared/use-language.ts'

export interface SearchBoxProps {
  /** What the address asks for. */
  readonly wanted: string
  readonly onSearch: (text: string) => void
}

/** Searches as one types; a Chinese word counts once it is composed, not letter by letter. */
export function SearchBox({ wanted, onSearch }: SearchBoxProps) {
  const { t } = useWords()
  const box = useRef<InputRef>(null)
  const [text, setText] = useState(wanted)
  useShortcut('/', () => box.current?.focus())
  useEffect(() => {
    // Cleared or gone back elsewhere; while the reader types, the field leads and the address follows.
    if (box.current?.input !== document.activeElement) setText(wanted)
  }, [wanted])
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setText(event.target.value)
    const { nativeEvent } = event
    if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) onSearch(event.target.value)
  }
  // Enter and Esc are done with the field: the single keys work again. Both also end a composition, which keeps the field.
  const leave = (event: KeyboardEvent) => {
    if (['Enter', 'Escape'].includes(event.key) && !event.nativeEvent.isComposing) box.current?.blur()
  }
  return (
    <Input
      ref={box}
      value={text}
      placeholder={t('league.search')}
      aria-label={t('league.search')}
      aria-keyshortcuts="/"
      className="filter-search"
      onChange={change}
      onKeyDown={leave}
      onCompositionEnd={(event) => onSearch(event.currentTarget.value)}
    />
  )
}
