import type { Catalogue, Profile, Text } from '@plumbline/api/contract'
import { getRouteApi } from '@tanstack/react-router'
import { plain } from '../../shared/format.ts'
import { listOf, listText } from '../../shared/search.ts'
import { withoutStop } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import { ChangeSection } from './change.tsx'
import { BASELINES, type RouteSettings } from './query.ts'
import { RoutesSection } from './routes.tsx'
import { StandingSections } from './standing.tsx'
import { WaterfallSection } from './waterfall.tsx'

const route = getRouteApi('/rounds/$roundId/units/$unit')

/** Why this score, what stands out, what is still open, how to rise, and what changed: the explanations of a profile. */
export function WhySections({ profile, catalogue }: { readonly profile: Profile; readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: typeof search) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
  const nodes = new Map(catalogue.nodes.map((node) => [node.id, node]))
  const texts = new Map<string, Text>([...catalogue.facts.map((fact) => [fact.id, fact] as const), ...nodes])
  const nameOf = (id: string): string => {
    const text = texts.get(id)
    return text ? of(text) : id
  }
  const gradeOf = (id: string | null): string => {
    const grade = catalogue.grades.find((each) => each.id === id)
    return grade ? of(grade) : (id ?? t('why.noGrade'))
  }
  const gateOf = (id: string): string => {
    const gate = catalogue.gates.find((each) => each.gate.id === id)
    return gate ? withoutStop(of(gate)) : id
  }
  const valueText = (id: string, value: number | null): string => {
    if (value === null) return t('why.missing')
    const node = nodes.get(id)
    if (node?.kind !== 'indicator') return plain(value)
    return node.type === 'boolean'
      ? t(value === 1 ? 'common.yes' : 'common.no')
      : `${plain(value)} ${of(node.unitOfMeasure)}`
  }
  const settings: RouteSettings = {
    locked: listOf(search.lock),
    assumeCleared: listOf(search.assume),
    ...(search.goal === undefined ? {} : { target: search.goal }),
  }
  const at = { roundId: profile.round.id, unit: profile.unit.code }
  const baseline = BASELINES.find((kind) => kind === search.base) ?? 'full-marks'
  const shared = { at, digits: catalogue.digits, display: catalogue.display, nameOf, gradeOf, gateOf }
  return (
    <>
      <WaterfallSection
        {...shared}
        baseline={baseline}
        onBaseline={(kind) => set({ base: kind === 'full-marks' ? undefined : kind })}
        additive={isAdditive(catalogue)}
      />
      <StandingSections {...shared} />
      <RoutesSection
        {...shared}
        grades={catalogue.grades}
        settings={settings}
        valueText={valueText}
        onSettings={({ target, locked, assumeCleared }) =>
          set({ goal: target, lock: listText(locked), assume: listText(assumeCleared) })
        }
      />
      <ChangeSection at={at} display={catalogue.display} />
    </>
  )
}

/** Every branch is a weighted arithmetic mean. */
function isAdditive({ framework }: Catalogue): boolean {
  const additive = (node: Catalogue['framework']['root']): boolean =>
    node.aggregate.method === 'arithmetic' &&
    node.children.every((child) => child.kind === 'indicator' || additive(child))
  return additive(framework.root)
}
