import { useQueries } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Catalogue, RoundSummary } from '@plumbline/api/contract'
import { Checkbox, Segmented, Select } from 'antd'
import { announce } from '../../frame/announce.ts'
import { listText } from '../../shared/search.ts'
import { useWords } from '../../shared/use-language.ts'
import { catalogueQuery } from '../standards/query.ts'
import { MOST } from './model.ts'

const route = getRouteApi('/compare')

export interface ControlsProps {
  readonly period: string
  readonly periods: readonly string[]
  readonly offered: readonly RoundSummary[]
  readonly chosen: readonly RoundSummary[]
  readonly node: string | undefined
}

/** Which sectors, which period, on what. The sectors' own parts may be asked for, and are answered with the reason. */
export function CompareControls({ period, periods, offered, chosen, node }: ControlsProps) {
  const { t, of } = useWords()
  const navigate = route.useNavigate()
  const set = (change: { period?: string; rounds?: string | undefined; node?: string | undefined }) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
  const toggle = (id: string) => {
    const ids = chosen.map((round) => round.id)
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
    if (next.length > MOST) return announce(t('compare.tooMany'))
    // An empty list would mean "all of them", so the last one stays.
    if (next.length > 0) set({ rounds: listText(next) })
  }
  return (
    <div className="compare-controls">
      <fieldset>
        <legend>{t('compare.sectors')}</legend>
        <div className="checks">
          {offered.map((round) => (
            <Checkbox
              key={round.id}
              checked={chosen.some((each) => each.id === round.id)}
              onChange={() => toggle(round.id)}
            >
              {of(round.title)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('compare.period')}</legend>
        <Segmented
          aria-label={t('compare.period')}
          value={period}
          options={[...periods]}
          onChange={(value) => set({ period: value, rounds: undefined })}
        />
      </fieldset>
      <div className="compare-on">
        <span className="legend-like" aria-hidden="true">
          {t('compare.on')}
        </span>
        <NodeChoice chosen={chosen} node={node} onChange={(value) => set({ node: value })} />
      </div>
    </div>
  )
}

const CORE = 'core'

interface NodeChoiceProps {
  readonly chosen: readonly RoundSummary[]
  readonly node: string | undefined
  readonly onChange: (node: string | undefined) => void
}

function NodeChoice({ chosen, node, onChange }: NodeChoiceProps) {
  const { t, of } = useWords()
  const catalogues = useQueries({ queries: chosen.map((round) => catalogueQuery(round.plugin.digest)) }).flatMap(
    ({ data }) => data ?? [],
  )
  const whole = catalogues[0]?.nodes.find((each) => each.parent === null)?.id
  const options = [
    { value: CORE, label: t('compare.onCore') },
    ...(whole === undefined ? [] : [{ value: `n:${whole}`, label: t('compare.onWhole') }]),
    ...catalogues.flatMap((catalogue) =>
      ownParts(catalogue).map((part) => ({
        value: `n:${part.id}`,
        label: t('compare.partOf', { title: of(catalogue.title), part: of(part) }),
      })),
    ),
  ]
  return (
    <Select
      aria-label={t('compare.on')}
      value={node === undefined ? CORE : `n:${node}`}
      options={options}
      popupMatchSelectWidth={false}
      style={{ minWidth: 220 }}
      onChange={(value: string) => onChange(value === CORE ? undefined : value.slice(2))}
    />
  )
}

/** A standard's pillars beside the core. */
function ownParts(catalogue: Catalogue): Catalogue['nodes'] {
  const root = catalogue.nodes.find((node) => node.parent === null)
  return catalogue.nodes.filter((node) => node.parent === root?.id && node.id !== catalogue.core?.node)
}
