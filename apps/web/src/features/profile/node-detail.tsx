import type { TraceBranch, TraceNode } from '@plumbline/kernel'
import type { ReactNode } from 'react'
import { percent, score, weight } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import { AboutIndicator } from './about-indicator.tsx'
import { aggregateSteps, normaliseSteps } from './formula.ts'
import { ValueFormulas } from './filled-formula.tsx'
import { FormulaLines } from './formula-lines.tsx'
import { PanelNote, PeersNote } from './normalise-notes.tsx'
import { PreparationSteps } from './preparation.tsx'
import type { Texts } from './texts.ts'
import { ValueText } from './value-text.tsx'

export interface NodeDetailProps {
  /** From the root to the node. */
  readonly path: readonly TraceNode[]
  readonly texts: Texts
  readonly digits: number
}

/** The chosen node's chain: value, normalise or aggregate, weight, contribution, each with its numbers. */
export function NodeDetail({ path, texts, digits }: NodeDetailProps) {
  const { t, of } = useWords()
  const node = path.at(-1)
  const parent = path.at(-2)
  if (!node) return null
  const text = texts.node(node.id)
  const about = text?.kind === 'indicator' ? text : undefined
  return (
    <div className="node-detail">
      <h3>{text ? of(text) : node.id}</h3>
      <p className="soft small">
        {path
          .slice(1, -1)
          .map((step) => texts.node(step.id))
          .flatMap((step) => (step ? of(step) : []))
          .join(' › ')}
      </p>
      {about ? (
        <p className="tags">
          {about.basic ? <span className="tag">{t('chain.basic')}</span> : null}
          <span className="tag plain">{t(`chain.direction.${about.direction}`)}</span>
        </p>
      ) : null}
      <ol className="steps">
        {node.kind === 'indicator' ? (
          <>
            <Step title={t('chain.stepRaw')}>
              <p className="step-value">
                <ValueText node={node} texts={texts} />
              </p>
              {node.raw === null && node.state !== 'scored' && node.state !== 'screened' ? (
                <p className="note">{t(`chain.blankEffect.${effectOf(node.state)}`)}</p>
              ) : null}
              <ValueFormulas node={node} texts={texts} />
              <PanelNote node={node} />
              <PreparationSteps node={node} texts={texts} />
            </Step>
            {node.score === null ? null : (
              <Step title={`${t('chain.stepNormalise')} · ${t(`chain.method.${node.normalise.method}`)}`}>
                <FormulaLines steps={normaliseSteps(node)} digits={digits} />
                <PeersNote node={node} />
                <p className="step-result">{`${t('common.score')} ${score(node.score, digits)}`}</p>
              </Step>
            )}
          </>
        ) : (
          <Step title={`${t('chain.stepAggregate')} · ${t(`chain.aggregate.${node.aggregate.method}`)}`}>
            <FormulaLines steps={aggregateSteps(node)} digits={digits} />
            <CoverageNote branch={node} />
            {node.ownContribution > 0 ? (
              <p className="note">{t('chain.own', { points: score(node.ownContribution, digits) })}</p>
            ) : null}
          </Step>
        )}
        {parent?.kind === 'branch' ? <WeightStep node={node} parent={parent} texts={texts} digits={digits} /> : null}
      </ol>
      {about ? (
        <AboutIndicator indicator={about} raw={node.kind === 'indicator' ? node.raw : null} texts={texts} />
      ) : null}
    </div>
  )
}

const effectOf = (state: TraceNode['state']): 'zeroed' | 'excluded' | 'not-applicable' | 'no-result' =>
  state === 'zeroed' || state === 'excluded' || state === 'not-applicable' ? state : 'no-result'

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      <h4>{title}</h4>
      {children}
    </li>
  )
}

function CoverageNote({ branch }: { readonly branch: TraceBranch }) {
  const { t } = useWords()
  if (branch.coverage === null) return null
  if (branch.state === 'below-coverage') {
    return (
      <p className="note">
        {t('chain.belowCoverage', { coverage: percent(branch.coverage), min: percent(branch.minCoverage) })}
      </p>
    )
  }
  return branch.coverage < 1 ? (
    <p className="note">{t('chain.coverageOf', { coverage: percent(branch.coverage) })}</p>
  ) : null
}

interface WeightStepProps {
  readonly node: TraceNode
  readonly parent: TraceBranch
  readonly texts: Texts
  readonly digits: number
}

function WeightStep({ node, parent, texts, digits }: WeightStepProps) {
  const { t, of } = useWords()
  const text = texts.node(parent.id)
  const values = {
    parent: text ? of(text) : parent.id,
    weight: weight(node.effectiveWeight),
    score: score(node.score, digits),
    points: score(node.contributionToParent, digits),
  }
  const counts = node.state === 'scored' || node.state === 'zeroed'
  const reshared = Math.abs(node.effectiveWeight - node.weight) > 1e-9
  return (
    <>
      <Step title={t('chain.stepWeight')}>
        <p>
          {t('chain.nominal')} <span className="figure">{weight(node.weight)}</span>
          {reshared ? (
            <>
              {' → '}
              {t('chain.effective')} <span className="figure strong">{weight(node.effectiveWeight)}</span>
            </>
          ) : null}
        </p>
        {reshared ? <p className="note">{t(counts ? 'chain.reshared' : 'chain.notCounted')}</p> : null}
        {counts ? (
          <p>{t(parent.aggregate.method === 'arithmetic' ? 'chain.parentFormula' : 'chain.parentPoints', values)}</p>
        ) : null}
      </Step>
      {counts ? (
        <Step title={t('chain.stepContribution')}>
          <p className="step-result">{t('chain.rootPoints', { points: score(node.contribution, digits) })}</p>
        </Step>
      ) : null}
    </>
  )
}
