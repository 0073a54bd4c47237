import { useQuery } from '@tanstack/react-query'
import type { UnitChange } from '@plumbline/api/contract'
import type { Display } from '@plumbline/kernel'
import { SpanBar } from '../../charts/span-bar.tsx'
import { published, signed } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import { Answered } from './answered.tsx'
import { changeQuery } from './query.ts'
import type { WhyProps } from './waterfall.tsx'

/** The change since the period before, by cause. */
export function ChangeSection({ at, display }: Pick<WhyProps, 'at' | 'display'>) {
  const { t } = useWords()
  const query = useQuery(changeQuery(at))
  return (
    <section aria-labelledby="change">
      <div className="section-head">
        <h2 id="change">{t('why.changeTitle')}</h2>
        <span className="soft">{t('why.changeNote')}</span>
      </div>
      <Answered query={query} rows={4}>
        {(data) => <Parts change={data} display={display} />}
      </Answered>
    </section>
  )
}

function Parts({ change, display }: { readonly change: UnitChange; readonly display: Display }) {
  const { t } = useWords()
  const { from, to, own, others, method, revision, earlier, period, version } = change
  const sameMethod = earlier.version === version
  const parts = [
    { key: 'own', name: t('why.part_own'), points: own },
    { key: 'others', name: t('why.part_others'), points: others },
    {
      key: 'method',
      name: sameMethod
        ? t('why.sameMethod', { version })
        : t('why.part_method', { from: earlier.version, to: version }),
      points: method,
    },
    { key: 'revision', name: t('why.part_revision'), points: revision },
  ]
  const most = Math.max(...parts.map(({ points }) => Math.abs(points)), 0.01)
  return (
    <>
      <p>
        {t('why.changeLead', {
          period,
          to: published(to, display),
          earlier: earlier.period,
          from: published(from, display),
          points: signed(to - from, display),
        })}
        {change.methodFirst ? ` ${t('why.methodFirst', { to: version })}` : null}
      </p>
      <table className="data compact change-table">
        <thead>
          <tr>
            <th scope="col">{t('why.part')}</th>
            <th scope="col" className="col-bar" aria-hidden="true" />
            <th scope="col" className="right">
              {t('why.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, name, points }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="middle">
                <SpanBar
                  from={0}
                  to={points}
                  scale={[-most, most]}
                  summary={t('why.partSummary', { name, points: signed(points, display) })}
                />
              </td>
              <td className="right figure">{signed(points, display)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t('why.total')}</th>
            <td />
            <td className="right figure">{signed(to - from, display)}</td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
