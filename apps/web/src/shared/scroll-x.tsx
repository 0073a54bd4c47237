import type { ReactNode } from 'react'

export interface ScrollBoxProps {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A wide table in its own scroll box, which the keyboard reaches too. */
export function ScrollX({ label, className = 'scroll-x', children }: ScrollBoxProps) {
  return (
    // Scrolled with the arrow keys, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={className} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  )
}
