import type { Trace, TraceGate, TraceObserved } from '@plumbline/kernel'
import { plain, score } from '../../shared/format.ts'
import { withoutStop } from '../../shared/text.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import { FilledFormula } from './filled-formula.tsx'
import type { Texts } from './texts.ts'

/** Every gate with its sentence, what was looked at, and how it came out. */
export function GateTable({
  trace,
  texts,
  digits,
}: {
  readonly trace: Trace
  readonly texts: Texts
  readonly digits: number
}) {
  const { t } = useWords()
  if (trace.gates.length === 0) return null
  return (
    <section aria-labelledby="gates">
      <div className="section-head">
        <h2 id="gates">{t('profile.gates')}</h2>
        <span className="soft">{t('profile.gatesLead')}</span>
      </div>
      <ScrollX label={t('profile.gates')}>
        <table className="data gates">
          <thead>
            <tr>
              <th scope="col">{t('profile.gateKind')}</th>
              <th scope="col">{t('profile.gateSentence')}</th>
              <th scope="col">{t('profile.observed')}</th>
              <th scope="col">{t('profile.lookback')}</th>
              <th scope="col">{t('profile.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {trace.gates.map((each) => (
              <GateRow key={each.gate.id} entry={each} texts={texts} digits={digits} />
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}

interface GateRowProps {
  readonly entry: TraceGate
  readonly texts: Texts
  readonly digits: number
}

function GateRow({ entry, texts, digits }: GateRowProps) {
  const { t, of } = useWords()
  const { gate, outcome } = entry
  const text = texts.gate(gate.id)
  return (
    <tr className={`gate-${outcome}`}>
      <td className="nowrap">{t(`profile.kind.${gate.kind}`)}</td>
      <td>{text ? withoutStop(of(text)) : gate.id}</td>
      <td>
        {outcome === 'not-for-group'
          ? t('common.none')
          : entry.observed.map((observed, index) => (
              <Observed key={index} observed={observed} texts={texts} digits={digits} />
            ))}
        {outcome === 'not-for-group'
          ? null
          : (entry.formulas ?? []).map((formula) => (
              <FilledFormula key={formula.text} formula={formula} texts={texts} />
            ))}
      </td>
      <td className="nowrap">
        {gate.lookbackMonths === undefined
          ? t('common.none')
          : t('profile.lookbackMonths', { count: gate.lookbackMonths })}
      </td>
      <td>
        <span className={outcome === 'fired' || outcome === 'undecided' ? 'alert-word' : undefined}>
          {t(`profile.outcomeOf.${outcome}`)}
        </span>
        {outcome === 'fired' && entry.observed.some(({ value }) => value === null) ? (
          <span className="soft small block">{t('profile.missingCounts')}</span>
        ) : null}
        {outcome === 'undecided' ? <span className="soft small block">{t('profile.undecidedNote')}</span> : null}
        {entry.decisive ? <span className="soft small block">{t('profile.decisive')}</span> : null}
        {outcome === 'fired' && gate.kind === 'cap' && !entry.decisive ? (
          <span className="soft small block">{t('profile.noEffect')}</span>
        ) : null}
      </td>
    </tr>
  )
}

interface ObservedProps {
  readonly observed: TraceObserved
  readonly texts: Texts
  readonly digits: number
}

function Observed({ observed, texts, digits }: ObservedProps) {
  const { t, of } = useWords()
  const { condition, value, period } = observed
  const fact = 'fact' in condition ? texts.fact(condition.fact) : undefined
  const node =
    'leaf' in condition ? texts.node(condition.leaf) : 'node' in condition ? texts.node(condition.node) : undefined
  const named = fact ?? node
  const truth = fact?.type === 'boolean' || (node?.kind === 'indicator' && node.type === 'boolean')
  const figure = (seen: number) => ('node' in condition ? score(seen, digits) : plain(seen))
  const word = (seen: number) => (truth ? t(seen === 1 ? 'common.yes' : 'common.no') : figure(seen))
  const shown = value === null ? t('profile.missing') : word(value)
  return (
    <span className="block">
      {named ? of(named) : null} <strong className="figure">{t('profile.observedAt', { value: shown, period })}</strong>
    </span>
  )
}
