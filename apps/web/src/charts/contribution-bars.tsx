import { pillarColour } from '../shared/colours.ts'

export interface ContributionBarsProps {
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly points: number
    /** Points the pillar could give at most: its effective weight x 100. */
    readonly most: number
    readonly text: string
  }[]
  readonly summary: string
}

/** What each pillar contributes, beside what it still could; the labels and figures are text, the bars a picture. */
export function ContributionBars({ rows, summary }: ContributionBarsProps) {
  const widest = Math.max(...rows.map((row) => row.most), 1)
  return (
    <div className="contribution-bars" role="group" aria-label={summary}>
      {rows.map((row, index) => (
        <div key={row.id} className="contribution-row">
          <span className="contribution-label">{row.label}</span>
          <svg className="chart" width="100%" height={14} aria-hidden="true">
            <rect width={`${(row.most / widest) * 100}%`} height={14} fill={pillarColour(index)} opacity={0.16} />
            <rect width={`${(Math.max(0, row.points) / widest) * 100}%`} height={14} fill={pillarColour(index)} />
          </svg>
          <span className="figure">{row.text}</span>
        </div>
      ))}
    </div>
  )
}
