import { useQuery } from '@tanstack/react-query'
import type { Waterfall } from '@plumbline/api/contract'
import type { Display } from '@plumbline/kernel'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { SpanBar } from '../../charts/span-bar.tsx'
import { published, signed } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { Answered } from './answered.tsx'
import { scaleOf, stepsOf, type Step } from './model.ts'
import { BASELINES, waterfallQuery, type BaselineKind, type UnitOf } from './query.ts'

const FEW = 8

export interface WhyProps {
  readonly at: UnitOf
  /** Digits of scores of 0 to 100, and how the standard prints results. */
  readonly digits: number
  readonly display: Display
  readonly nameOf: (id: string) => string
}

export interface WaterfallProps extends WhyProps {
  readonly baseline: BaselineKind
  readonly onBaseline: (baseline: BaselineKind) => void
  /** The index is a weighted sum, so that a bar's cause is the item itself. */
  readonly additive: boolean
}

/** From a chosen baseline to the score, bar by bar. */
export function WaterfallSection({ at, display, nameOf, baseline, onBaseline, additive }: WaterfallProps) {
  const { t } = useWords()
  const query = useQuery(waterfallQuery(at, baseline))
  return (
    <section aria-labelledby="why">
      <div className="section-head">
        <h2 id="why">{t('why.title')}</h2>
        <span className="soft">{t('why.lead')}</span>
      </div>
      <div className="view-switch">
        <Segmented
          aria-label={t('why.baseline')}
          value={baseline}
          options={BASELINES.map((value) => ({ value, label: t(`why.baselineOf.${value}`) }))}
          onChange={onBaseline}
        />
      </div>
      <Answered query={query} rows={8}>
        {(data) => <Steps waterfall={data} {...{ display, nameOf, baseline }} />}
      </Answered>
      {additive ? null : <p className="note">{t('why.notAdditive')}</p>}
    </section>
  )
}

interface StepsProps {
  readonly waterfall: Waterfall
  readonly baseline: BaselineKind
  readonly display: Display
  readonly nameOf: (id: string) => string
}

function Steps({ waterfall, baseline, display, nameOf }: StepsProps) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const moved = stepsOf(waterfall, Infinity)
  const steps = all ? moved : stepsOf(waterfall, FEW)
  const scale = scaleOf(waterfall, steps)
  const said = t(`why.baselineOf.${baseline}`)
  const difference = waterfall.score - waterfall.baseline
  const most = moved.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))[0]
  const nameOfStep = ({ id, count }: Step): string =>
    id !== null ? nameOf(id) : count > 1 ? t('why.others', { count }) : t('why.jump')
  return (
    <>
      <p>
        {most
          ? t('why.summary', {
              baseline: said,
              from: published(waterfall.baseline, display),
              verdict: t(difference >= 0 ? 'why.higher' : 'why.lower'),
              points: published(Math.abs(difference), display),
              name: nameOfStep(most),
              most: signed(most.points, display),
            })
          : t('why.equal', { baseline: said, from: published(waterfall.baseline, display) })}
      </p>
      <ScrollX label={t('why.title')}>
        <table className="data compact waterfall">
          <thead>
            <tr>
              <th scope="col">{t('why.item')}</th>
              <th scope="col" className="col-bar">
                <span className="figure">
                  {published(scale[0], display)}–{published(scale[1], display)}
                </span>
              </th>
              <th scope="col" className="right">
                {t('why.effect')}
              </th>
              <th scope="col" className="right">
                {t('why.theirs')}
              </th>
              <th scope="col" className="right">
                {t('why.own')}
              </th>
            </tr>
          </thead>
          <tbody>
            <Level name={`${t('why.from')} · ${said}`} value={waterfall.baseline} {...{ scale, display }} />
            {steps.map((step) => {
              const name = nameOfStep(step)
              return (
                <tr key={step.id ?? 'others'}>
                  <th scope="row">{name}</th>
                  <td className="middle">
                    <SpanBar
                      from={step.from}
                      to={step.to}
                      scale={scale}
                      summary={t('why.barSummary', {
                        name,
                        points: signed(step.points, display),
                        from: published(step.from, display),
                        to: published(step.to, display),
                      })}
                    />
                  </td>
                  <td className="right figure">{signed(step.points, display)}</td>
                  <td className="right figure soft">{published(step.theirs, display)}</td>
                  <td className="right figure soft">{published(step.own, display)}</td>
                </tr>
              )
            })}
            <Level name={t('why.to')} value={waterfall.score} {...{ scale, display }} />
          </tbody>
        </table>
      </ScrollX>
      {moved.length > FEW + 1 ? (
        <p className="view-switch keys">
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('why.showFewer', { count: FEW }) : t('why.showAll', { count: moved.length })}
          </Button>
        </p>
      ) : null}
    </>
  )
}

interface LevelProps {
  readonly name: string
  readonly value: number
  readonly scale: readonly [number, number]
  readonly display: Display
}

function Level({ name, value, scale, display }: LevelProps) {
  const text = published(value, display)
  return (
    <tr className="level">
      <th scope="row">{name}</th>
      <td className="middle">
        <SpanBar from={value} to={value} scale={scale} level summary={`${name} ${text}`} />
      </td>
      <td className="right figure">{text}</td>
      <td colSpan={2} />
    </tr>
  )
}
