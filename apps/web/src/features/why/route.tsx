import type { Route } from '@plumbline/api/contract'
import { Button } from 'antd'
import { published, score } from '../../shared/format.ts'
import { toggled } from '../../shared/search.ts'
import { useWords } from '../../shared/use-language.ts'
import type { RoutesProps } from './routes.tsx'

/** One route: its steps with what each takes, and where it leads. */
export function RouteView({
  route,
  digits,
  display,
  nameOf,
  gradeOf,
  valueText,
  settings,
  onSettings,
}: { readonly route: Route } & RoutesProps) {
  const { t } = useWords()
  const { kind, method, steps, survivesOneFailure } = route
  return (
    <div>
      <h3>{t(`why.kind.${kind}`)}</h3>
      <p className="soft small">
        {t(`why.kindNote.${kind}`)} · {t(`why.method.${method}`)}
      </p>
      <ol className="route-steps">
        {steps.map((step) => (
          <li key={step.id}>
            {nameOf(step.id)}{' '}
            <span className="figure strong nowrap">
              {t('why.change', { from: valueText(step.id, step.from), to: valueText(step.id, step.to) })}
            </span>
            <span className="soft block small figure">
              {t('why.scoreChange', { from: score(step.fromScore, digits), to: score(step.toScore, digits) })}
              {' · '}
              {t(`why.because.${step.because}`)}{' '}
              <Button
                size="small"
                type="link"
                className="keys"
                aria-label={`${t('why.lock')} ${nameOf(step.id)}`}
                onClick={() => onSettings({ ...settings, locked: toggled(settings.locked, step.id) })}
              >
                {t('why.lock')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p className="route-result figure">
        {t('why.result', { score: published(route.score, display), grade: gradeOf(route.grade) })}
        <span className="soft block small">
          {t('why.effort', { points: score(route.effort, digits) })}
          {kind === 'safest' ? ` · ${t(survivesOneFailure ? 'why.survives' : 'why.notSurvives')}` : null}
        </span>
      </p>
    </div>
  )
}
