import { useEffect, useEffectEvent } from 'react'

const EDITABLE = 'input, textarea, select, [contenteditable="true"]'

/** A single key anywhere on the page, except while the reader is typing or composing Chinese. */
export function useShortcut(key: string, run: () => void): void {
  const act = useEffectEvent(run)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest(EDITABLE) !== null
      if (event.key !== key || typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [key])
}
