import { gradeColour, onGradeColour } from '../shared/colours.ts'

export interface GradeBarProps {
  /** Ascending, as the standard lists them. */
  readonly grades: readonly { readonly id: string; readonly label: string; readonly count: number }[]
  readonly summary: string
  /** Words in the wide parts, where no legend stands beside. */
  readonly label: 'count' | 'word'
}

const HEIGHT = 22
/** Share, in percent, from which a part has room for its grade's word. */
const WORDS_FIT = 26

/** Shares of the grades, lowest left; the count stands in each part that is wide enough. */
export function GradeBar({ grades, summary, label }: GradeBarProps) {
  const total = grades.reduce((sum, grade) => sum + grade.count, 0)
  if (total === 0) return <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary} />
  const shares = grades.map((grade) => (grade.count / total) * 100)
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, share) => sum + share, 0))
  return (
    <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary}>
      {grades.map((grade, index) => {
        const share = shares[index] ?? 0
        const start = starts[index] ?? 0
        return (
          <g key={grade.id}>
            <rect
              x={`${start}%`}
              width={`${share}%`}
              height={HEIGHT}
              fill={gradeColour(index, grades.length)}
              stroke="#ffffff"
              strokeWidth={1}
            >
              <title>{`${grade.label} ${grade.count}`}</title>
            </rect>
            {share >= 8 ? (
              <text
                x={`${start + share / 2}%`}
                y={HEIGHT / 2 + 4}
                fontSize={12}
                textAnchor="middle"
                fill={onGradeColour(index, grades.length)}
                aria-hidden="true"
              >
                {label === 'word' && share >= WORDS_FIT ? `${grade.label} ${grade.count}` : grade.count}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
