import { pillarColour } from '../shared/colours.ts'

export interface StackedBarProps {
  /** Points of the score, in the order of the pillars; a negative part is not drawn. */
  readonly parts: readonly number[]
  readonly summary: string
  readonly height?: number
}

/** A score on 0 to 100 as what its pillars contribute. */
export function StackedBar({ parts, summary, height = 12 }: StackedBarProps) {
  const widths = parts.map((part) => Math.max(0, part))
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0))
  return (
    <svg className="chart" width="100%" height={height} role="img" aria-label={summary}>
      <rect x={0} width="100%" y={height - 1} height={1} fill="#e4e7eb" />
      {widths.map((width, index) => (
        <rect
          key={index}
          x={`${starts[index] ?? 0}%`}
          width={`${width}%`}
          y={0}
          height={height}
          fill={pillarColour(index)}
          stroke="#ffffff"
          strokeWidth={0.75}
        />
      ))}
    </svg>
  )
}
