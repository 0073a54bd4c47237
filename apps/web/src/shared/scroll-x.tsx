import type { ReactNode } from 'react'

/** A wide table in its own scroll box, which the keyboard reaches too. */
export function ScrollX({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // Scrolled with the arrow keys, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  )
}
