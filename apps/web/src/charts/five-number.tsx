import { BETTER, INK, INK_SOFT } from '../shared/colours.ts'
import { Grid } from './axis.tsx'
import { swarm } from './swarm.ts'

export interface FiveNumberProps {
  /** Minimum, lower quartile, median, upper quartile, maximum. */
  readonly five: readonly [number, number, number, number, number]
  readonly dots?: readonly { readonly unit: string; readonly name: string; readonly score: number }[]
  readonly summary: string
  readonly size: 'wide' | 'small'
}

/** Quartile box with median and range on 0 to 100; the wide form has the units' dots above the box. */
export function FiveNumber({ five, dots = [], summary, size }: FiveNumberProps) {
  const [min, q1, median, q3, max] = five
  const height = size === 'wide' ? 68 : 24
  const boxTop = size === 'wide' ? 46 : 5
  const boxHeight = size === 'wide' ? 18 : 14
  const line = boxTop + boxHeight / 2
  return (
    <svg className="chart" width="100%" height={height} role="img" aria-label={summary}>
      <Grid height={height} />
      {swarm(
        dots.map((dot) => dot.score),
        { binWidth: 0.8, steps: 4 },
      ).map(({ index, score, step }) => {
        const dot = dots[index]
        return dot ? (
          <circle key={dot.unit} cx={`${score}%`} cy={21 + step * 4.2} r={2.3} fill={BETTER} fillOpacity={0.6}>
            <title>{`${dot.name} ${score.toFixed(2)}`}</title>
          </circle>
        ) : null
      })}
      <line x1={`${min}%`} x2={`${max}%`} y1={line} y2={line} stroke={INK_SOFT} strokeWidth={1} />
      <rect
        x={`${q1}%`}
        width={`${q3 - q1}%`}
        y={boxTop}
        height={boxHeight}
        fill="#dfe9f5"
        stroke={BETTER}
        strokeWidth={1}
      />
      <line
        x1={`${median}%`}
        x2={`${median}%`}
        y1={boxTop - 2}
        y2={boxTop + boxHeight + 2}
        stroke={INK}
        strokeWidth={2.5}
      />
    </svg>
  )
}
