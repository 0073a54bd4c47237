import { drawsOf, type Draws } from '@plumbline/analysis'
import type { Catalogue, CatalogueIndicator, CatalogueNode } from '@plumbline/plugin-api'
import { cellText } from './cells.ts'
import { harmsOf } from './conditions.ts'
import { factWriter } from './facts.ts'
import { inputCells } from './input-cells.ts'
import { formulaTable, resultOf } from './inputs.ts'
import { codePrefix, unitCode, unitName } from './names.ts'
import { populationOf, type Member } from './population.ts'

/** How large a demonstration is, and for which periods. */
export interface DemonstrationRequest {
  /** Unsigned 32-bit integer. The same seed gives the same bytes. */
  readonly seed: number
  /** Number of organisations. */
  readonly units: number
  /** In order of time; improvement is counted from the first. */
  readonly periods: readonly string[]
  /** Those of the periods whose rows are written; all where not given. */
  readonly written?: readonly string[]
  /** Codes of the areas that the units belong to; no column of areas where not given. */
  readonly areas?: readonly string[]
  /** Letters before the number in the units' codes; the initials of the plugin's id where not given. */
  readonly prefix?: string
}

/** Standard deviations, in points of score, of what moves a cell away from its unit's level. */
const SPREAD = { pillar: 7, pillarYear: 2, indicator: 13, cell: 4 }
const MISSING = { share: 0.03, perPoint: 0.0007, least: 0.004, most: 0.12, basic: 0.3 }
const NOT_APPLICABLE = { declared: 0.08, elsewhere: 0.012 }

/**
 * A demonstration file for any standard: a wide CSV exactly as the importer takes it, one row a unit and period, periods
 * in order. All of it is invented; no organisation in it exists.
 *
 * The model, worked in scores and turned into raw values by the inverse of each indicator's own normaliser:
 * - a latent level for each unit, spread so that every grade of a 0 / 30 / 50 / 70 / 85 ladder occurs by score, with an
 *   effect of its peer group;
 * - a deviation shared by the indicators of one pillar (a child of the root), and one of each indicator's own, so that
 *   indicators of a pillar go together more than indicators of different pillars;
 * - improvement: the median unit gains 2 to 5 points a period; each has its own pace, and the weak gain more;
 * - about 3 % of the indicator cells empty (2 to 4.5 %), more for weak units; about 1 % `N/A`, never on basic
 *   indicators, and the same in each period of a unit;
 * - data items such that each formula comes to the raw value of its score, and `N/A` exactly where a rule says so;
 * - facts quiet but for rare incidents: 2 to 3 % of the rows end in a veto, some through the look-back; some caps fire;
 * - a few units join after the first period, a few leave.
 *
 * Every draw is addressed by what it is for (seed, plugin, unit, period, item), so nothing depends on order: a longer
 * list of units or periods only adds rows.
 *
 * @returns CSV with header `unit,name,period,group`, then inputs, reported indicators and facts by id; LF at each line's end. Booleans are
 *   `true` and `false`, panel ratings stand with semicolons between, an empty cell is unanswered.
 * @example demonstrationCsv(catalogue, { seed: 1, units: 125, periods: ['2023', '2024', '2025'] })
 */
export function demonstrationCsv(catalogue: Catalogue, request: DemonstrationRequest): string {
  const { seed, units, periods, areas } = request
  const draws = drawsOf(seed, catalogue.plugin.id)
  const harms = harmsOf(catalogue.framework.gates)
  const prefix = request.prefix ?? codePrefix(catalogue.plugin.id)
  // What the platform works out from other results is not reported.
  const all = catalogue.nodes.filter((node) => node.kind === 'indicator').filter(({ derive }) => !derive)
  const [computed, indicators] = [all.filter(isComputed), all.filter((one) => !isComputed(one))]
  const table = formulaTable(catalogue.framework)
  const pillarOf = pillars(catalogue.nodes)
  const blank = blanks(indicators, draws)
  const setting = { harms, draws, periodMonths: catalogue.framework.periodMonths }
  const facts = catalogue.facts.map((fact) => ({ fact, write: factWriter(fact, setting) }))

  const row = (member: Member, period: string, level: number): string => {
    const { unit } = member
    const place = { unit, period, level }
    const textOf = (indicator: CatalogueIndicator): string => {
      const pillar = pillarOf.get(indicator.id) ?? ''
      const score = aim({ draws, pillar }, { unit, period, item: indicator.id }, level)
      return cellText(indicator, { ...place, score }, { draws, harms })
    }
    const told = facts.map(({ write }) => write(place))
    const targets = computed.map((indicator) => ({ indicator, target: numberOf(textOf(indicator)) }))
    const known = new Map(facts.map(({ fact }, index) => [fact.id, numberOf(told[index] ?? '')] as const))
    const { values, texts } = inputCells(catalogue, { table, place, draws, targets, known })
    const cells = indicators.map((indicator) => {
      if (resultOf(table.rules.get(indicator.id), table, values) === 1) return 'N/A'
      return blank(indicator, place) ?? textOf(indicator)
    })
    const head = [unitCode(prefix, unit), unitName(catalogue, unit), period, member.group?.id ?? '']
    if (areas) head.push(areas[Math.floor(draws.uniform({ what: 'area', unit }) * areas.length)] ?? '')
    return [...head, ...texts, ...cells, ...told].map(quote).join(',')
  }

  const header = [
    'unit',
    'name',
    'period',
    'group',
    ...(areas ? ['area'] : []),
    ...catalogue.inputs.map(({ id }) => id),
    ...indicators.map((i) => i.id),
    ...facts.map(({ fact }) => fact.id),
  ]
  const members = populationOf(catalogue, draws, { units, periods })
  const written = request.written ?? periods
  const rows = periods.flatMap((period, step) =>
    members.flatMap((member) => {
      if (!written.includes(period)) return []
      const level = member.levels[step] ?? null
      return level === null ? [] : [row(member, period, level)]
    }),
  )
  return [header.map(quote).join(','), ...rows].map((line) => `${line}\n`).join('')
}

const isComputed = ({ formula }: CatalogueIndicator): boolean => formula !== null

const numberOf = (text: string): number => (text === 'true' ? 1 : text === 'false' ? 0 : Number(text))

/** The score a cell aims at: the unit's level, its pillar's deviation, the indicator's own, and this cell's noise. */
function aim(
  { draws, pillar }: { draws: Draws; pillar: string },
  { unit, period, item }: { unit: number; period: string; item: string },
  level: number,
): number {
  const score =
    level +
    SPREAD.pillar * draws.bell({ what: 'pillar', unit, item: pillar }) +
    SPREAD.pillarYear * draws.bell({ what: 'pillar year', unit, period, item: pillar }) +
    SPREAD.indicator * draws.bell({ what: 'indicator', unit, item }) +
    SPREAD.cell * draws.bell({ what: 'cell', unit, period, item })
  return Math.min(104, Math.max(-4, score))
}

type BlankOf = (indicator: CatalogueIndicator, at: { unit: number; period: string; level: number }) => '' | 'N/A' | null

/** Which cells are empty or `N/A`. Where a standard says when an indicator is not applicable, only those ever are. */
function blanks(indicators: readonly CatalogueIndicator[], draws: Draws): BlankOf {
  const declared = indicators.some((indicator) => indicator.notApplicableWhen !== null)
  const notApplicable = ({ basic, notApplicableWhen, notApplicableRule }: CatalogueIndicator): number => {
    if (basic || notApplicableRule !== null || (declared && notApplicableWhen === null)) return 0
    return declared ? NOT_APPLICABLE.declared : NOT_APPLICABLE.elsewhere
  }
  return (indicator, { unit, period, level }) => {
    const item = indicator.id
    if (draws.uniform({ what: 'not applicable', unit, item }) < notApplicable(indicator)) return 'N/A'
    const share = Math.min(MISSING.most, Math.max(MISSING.least, MISSING.share + MISSING.perPoint * (60 - level)))
    const missing =
      draws.uniform({ what: 'missing', unit, period, item }) < share * (indicator.basic ? MISSING.basic : 1)
    return missing ? '' : null
  }
}

/** By node id: the child of the root that the node lies below. */
function pillars(nodes: readonly CatalogueNode[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const [root] = nodes
  for (const node of nodes) {
    if (node.parent !== null)
      found.set(node.id, node.parent === root?.id ? node.id : (found.get(node.parent) ?? node.id))
  }
  return found
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
