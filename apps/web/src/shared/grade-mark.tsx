import { gradeColour } from './colours.ts'

/** A grade: its colour beside its word, never the colour alone. */
export function GradeMark({
  label,
  index,
  count,
}: {
  readonly label: string
  readonly index: number
  readonly count: number
}) {
  return (
    <span className="grade-mark">
      <i className="swatch" style={{ background: gradeColour(index, count) }} aria-hidden="true" />
      {label}
    </span>
  )
}
