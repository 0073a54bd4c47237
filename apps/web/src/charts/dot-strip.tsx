import { BETTER, INK, WORSE } from '../shared/colours.ts'
import { Grid } from './axis.tsx'
import { swarm } from './swarm.ts'

export interface DotStripProps {
  readonly dots: readonly {
    readonly unit: string
    readonly name: string
    readonly score: number
    readonly hollow: boolean
  }[]
  readonly median: number | null
  /** Lower and upper quartile; drawn as a soft bar. */
  readonly quartiles?: readonly [number, number] | null
  readonly summary: string
}

const HEIGHT = 52
const MIDDLE = HEIGHT / 2
const STEP = 4.4

/** One dot a unit on 0 to 100, hollow where it has no grade, with median and quartiles. */
export function DotStrip({ dots, median, quartiles = null, summary }: DotStripProps) {
  const placed = swarm(
    dots.map((dot) => dot.score),
    { binWidth: 0.9, steps: 5 },
  )
  return (
    <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary}>
      <Grid height={HEIGHT} />
      {quartiles ? (
        <rect
          x={`${quartiles[0]}%`}
          width={`${quartiles[1] - quartiles[0]}%`}
          y={2}
          height={HEIGHT - 4}
          fill={BETTER}
          opacity={0.09}
        />
      ) : null}
      {placed.map(({ index, score, step }) => {
        const dot = dots[index]
        if (!dot) return null
        return (
          <circle
            key={dot.unit}
            cx={`${score}%`}
            cy={MIDDLE + step * STEP}
            r={dot.hollow ? 2.6 : 2.4}
            fill={dot.hollow ? '#ffffff' : BETTER}
            fillOpacity={dot.hollow ? 1 : 0.72}
            stroke={dot.hollow ? WORSE : 'none'}
            strokeWidth={1.4}
          >
            <title>{`${dot.name} ${score.toFixed(2)}`}</title>
          </circle>
        )
      })}
      {median === null ? null : (
        <line x1={`${median}%`} x2={`${median}%`} y1={1} y2={HEIGHT - 1} stroke={INK} strokeWidth={2} />
      )}
    </svg>
  )
}
