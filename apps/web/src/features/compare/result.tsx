import { describeFault, type Language } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import type { Comparison, RoundSummary } from '@plumbline/api/contract'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { shortDigest } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import { catalogueQuery } from '../standards/query.ts'
import { merged, sharedCore, splitReasons, withTitles } from './model.ts'
import { SectorBoxes } from './sector-boxes.tsx'
import { SummaryTables } from './summary-tables.tsx'

const route = getRouteApi('/compare')

export interface CompareResultProps {
  readonly comparison: Comparison
  readonly rounds: readonly RoundSummary[]
}

/** The comparison with the sentence that says why it is fair; or the refusal with its reason and the way out. */
export function CompareResult({ comparison, rounds }: CompareResultProps) {
  const { t, language } = useWords()
  const { view } = route.useSearch()
  const navigate = route.useNavigate()
  const { cautions } = splitReasons(comparison)
  const { basis } = comparison.verdict
  if (!comparison.verdict.comparable) return <Refusal comparison={comparison} rounds={rounds} />
  const core = sharedCore(rounds)
  return (
    <>
      <section className="basis" aria-labelledby="basis">
        <h2 id="basis">{t('compare.basisTitle')}</h2>
        <p>
          {basis ? faultSentence(basis, language) : null}
          {core ? (
            <span className="soft block">
              {t('compare.basisCore', { core: `${core.id} ${core.version}`, digest: shortDigest(core.digest) })}
            </span>
          ) : null}
        </p>
        {cautions.length > 0 ? (
          <>
            <h3>{t('compare.cautions')}</h3>
            <Reasons reasons={cautions} />
          </>
        ) : null}
      </section>
      <div className="view-switch">
        <Segmented
          aria-label={t('compare.view')}
          value={view ?? 'chart'}
          options={[
            { value: 'chart', label: t('common.chart') },
            { value: 'table', label: t('common.table') },
          ]}
          onChange={(value) =>
            void navigate({
              search: (old) => ({ ...old, view: value === 'table' ? 'table' : undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      {view === 'table' ? <SummaryTables comparison={comparison} /> : <SectorBoxes comparison={comparison} />}
    </>
  )
}

function Refusal({ comparison, rounds }: CompareResultProps) {
  const { t, of } = useWords()
  const navigate = route.useNavigate()
  const catalogue = useQuery({ ...catalogueQuery(rounds[0]?.plugin.digest ?? ''), enabled: rounds.length > 0 }).data
  const isWhole = catalogue?.nodes.find((node) => node.parent === null)?.id === comparison.node.id
  // The server names nodes and standards by id; the reader knows them by title.
  const titles = new Map([
    [comparison.node.id, isWhole ? t('compare.onWhole') : of(comparison.node)],
    ...comparison.sectors.map(({ round }) => [round.plugin.id, of(round.title)] as const),
  ])
  const titled = splitReasons(comparison).refusals.map((reason) => withTitles(reason, titles))
  const refusals = merged(titled, t('common.listSeparator'))
  return (
    <section className="refusal" aria-labelledby="refusal">
      <h2 id="refusal">{t('compare.refusedTitle')}</h2>
      <p>{t('compare.refusedLead')}</p>
      <Reasons reasons={refusals} />
      <Button
        type="primary"
        onClick={() => void navigate({ search: (old) => ({ ...old, node: undefined }), resetScroll: false })}
      >
        {t('compare.nearest')}
      </Button>
    </section>
  )
}

function Reasons({ reasons }: { readonly reasons: readonly Fault[] }) {
  const { language } = useWords()
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={`${reason.code}${JSON.stringify(reason.params)}`}>{faultSentence(reason, language)}</li>
      ))}
    </ul>
  )
}

/** A verdict's sentence without its place: what, then what follows from it. */
function faultSentence(fault: Fault, language: Language): string {
  const { what, remedy } = describeFault(fault, language)
  return [what, remedy].filter(Boolean).join(language === 'en' ? ' ' : '')
}
