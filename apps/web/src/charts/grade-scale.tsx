import { gradeColour, INK, INK_SOFT } from '../shared/colours.ts'

export interface GradeScaleProps {
  readonly grades: readonly { readonly id: string; readonly label: string; readonly min: number }[]
  readonly score: number
  readonly summary: string
}

/** The grade lines on 0 to 100, with the score's place among them. */
export function GradeScale({ grades, score, summary }: GradeScaleProps) {
  return (
    <svg className="chart" width="100%" height={44} role="img" aria-label={summary}>
      {grades.map((grade, index) => {
        const end = grades[index + 1]?.min ?? 100
        return (
          <g key={grade.id}>
            <rect
              x={`${grade.min}%`}
              width={`${end - grade.min}%`}
              y={14}
              height={8}
              fill={gradeColour(index, grades.length)}
              stroke="#ffffff"
            />
            <text x={`${(grade.min + end) / 2}%`} y={38} fontSize={12} textAnchor="middle" fill={INK_SOFT}>
              {grade.label}
            </text>
          </g>
        )
      })}
      <svg x={`${score}%`} y={0} overflow="visible" aria-hidden="true">
        <path d="M-5 2h10l-5 9z" fill={INK} />
        <line x1={0} x2={0} y1={10} y2={24} stroke={INK} strokeWidth={2} />
      </svg>
    </svg>
  )
}
