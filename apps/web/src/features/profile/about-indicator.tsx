import type { CatalogueIndicator } from '@plumbline/api/contract'
import { useRuleText } from '../../shared/use-rule-text.ts'
import { useWords } from '../../shared/use-language.ts'
import type { Texts } from './texts.ts'

/** What the standard says of an indicator: how it is worked out, its value rule, source, evidence and ladder. */
export function AboutIndicator({
  indicator,
  raw,
  texts,
}: {
  readonly indicator: CatalogueIndicator
  readonly raw: number | null
  readonly texts: Texts
}) {
  const { t, of } = useWords()
  const rule = useRuleText()
  const source = texts.source(indicator.source)
  const evidence = indicator.evidence.flatMap((id) => texts.evidence(id) ?? [])
  const binding = texts.binding(indicator)
  const ladder = texts.ladder(indicator.ladder)
  const derived = texts.derived(indicator.id)
  const rows = [
    [t('chain.calc'), of(indicator.calc)],
    ...(indicator.formula ? [[t('chain.formula'), indicator.formula.text] as const] : []),
    ...(binding ? [[t('chain.boundTo'), of(binding)] as const] : []),
    [t('standards.rule'), rule(indicator.normalise)],
    ...(derived
      ? ([
          [
            t('chain.derived'),
            t('chain.derivedFrom', {
              count: derived.units,
              list: derived.sources.map(({ round, units }) => `${round} (${units})`).join(t('common.listSeparator')),
            }),
          ],
        ] as const)
      : []),
    [t('chain.source'), source ? of(source) : indicator.source],
    [t('chain.evidence'), evidence.map(of).join(t('common.listSeparator'))],
    [t('chain.unitOfMeasure'), of(indicator.unitOfMeasure)],
  ] as const
  return (
    <div className="about">
      <h4>{t('chain.definition')}</h4>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || t('common.none')}</dd>
          </div>
        ))}
      </dl>
      {ladder ? (
        <>
          <h4>{t('chain.ladder', { name: of(ladder) })}</h4>
          <ol className="ladder">
            {ladder.steps.map((step) => (
              <li
                key={step.level}
                className={step.level === raw ? 'reached' : undefined}
                aria-current={step.level === raw ? 'step' : undefined}
              >
                <span className="figure">{step.level}</span> {of(step)}
                {step.level === raw ? <span className="tag">{t('chain.reached')}</span> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </div>
  )
}
