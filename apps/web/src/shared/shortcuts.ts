import { useEffect, useEffectEvent } from 'react'

const STORE = 'plumbline.single-keys'

/** Single keys may be turned off, for readers whose speech input types letters (WCAG 2.1.4). */
export const singleKeys = {
  on: (): boolean => localStorage.getItem(STORE) !== 'off',
  set: (state: 'on' | 'off'): void => localStorage.setItem(STORE, state),
}

const EDITABLE =
  'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select, [contenteditable="true"]'

/** A single key anywhere on the page, except while the reader is typing or composing Chinese. */
export function useShortcut(key: string, run: () => void): void {
  const act = useEffectEvent(run)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest(EDITABLE) !== null
      if (
        event.key !== key ||
        event.defaultPrevented ||
        typing ||
        !singleKeys.on() ||
        event.isComposing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [key])
}
