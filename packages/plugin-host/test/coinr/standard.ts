/** A COINr set and its operations stated as a standard: a manifest that is loaded, compiled and scored. */
import { score, type Dataset, type PreparedColumn, type Result } from '@plumbline/kernel'
import { loadBundle } from '../../src/index.ts'
import { column, read, type Columns, type Place, type ReferenceSet } from './reference.ts'

/** Part of a manifest, as an author writes it. */
type Written = Readonly<Record<string, unknown>>

/** What a standard says beside its tree. */
export interface Statement {
  readonly normalise?: (code: string) => Written
  readonly pipeline?: Written
  /** Of one indicator. */
  readonly own?: (code: string) => Written
  readonly aggregate?: (level: number) => Written
  readonly equalWeights?: boolean
  readonly data?: Columns
  /** The rows the other way round. */
  readonly turned?: boolean
}

const MIN_MAX = { method: 'min-max', constant: 50 }
const both = (text: string): Written => ({ zh: text, en: text })
/** Ids of a manifest are lower case. */
const idOf = (code: string): string => code.toLowerCase()

/** A set with the standards that are made of it. */
export class CoinrSet {
  readonly set: ReferenceSet
  readonly structure: readonly Place[]
  readonly codes: readonly string[]

  constructor(set: ReferenceSet, structure: readonly Place[]) {
    this.set = set
    this.structure = structure
    this.codes = Object.keys(set.raw)
  }

  static named(name: 'small' | 'medium'): CoinrSet {
    const { structure } = read<{ readonly structure: readonly Place[] }>(`prepare/${name}-pipeline`)
    return new CoinrSet(read<ReferenceSet>(`prepare/${name}-dataset`), structure)
  }

  /** Branches, lowest first. */
  get branches(): readonly Place[] {
    return this.structure.filter(({ level }) => level > 1).toSorted((a, b) => a.level - b.level)
  }

  childrenOf(code: string): readonly Place[] {
    return this.structure.filter(({ parent }) => parent === code)
  }

  /** The manifest, as YAML (JSON is YAML). */
  manifest(statement: Statement): string {
    const { set, structure } = this
    const root = structure.find(({ parent }) => parent === null)
    return JSON.stringify({
      apiVersion: 'plumbline/v1',
      kind: 'IndicatorPlugin',
      id: 'coinr-set',
      version: '1.0.0',
      kernel: '>=0.1 <1',
      semantics: 1,
      publisher: 'test',
      status: 'draft',
      title: both('set'),
      unitOfAssessment: { kind: 'unit', ...both('unit'), periodMonths: 12 },
      groups: [...new Set(set.sector)].map((id) => ({ id, ...both(id) })),
      missing: 'exclude',
      ...(statement.pipeline && { pipeline: statement.pipeline }),
      tree: root && { ...this.branch(root, statement), weight: undefined },
      facts: Object.keys(set.denominators).map((code) => ({
        id: idOf(code),
        type: 'number',
        ...both(code),
        unit: both('unit'),
      })),
      grades: [{ id: 'all', ...both('all'), min: 0 }],
      sources: [{ id: 'made-up', ...both('made up') }],
      evidenceKinds: [{ id: 'paper', ...both('paper'), form: 'pdf' }],
    })
  }

  private branch({ code, level }: Place, statement: Statement): Written {
    const children = this.childrenOf(code)
    const weightOf = ({ weight }: Place): number => (statement.equalWeights ? 1 : weight)
    const total = children.reduce((sum, child) => sum + weightOf(child), 0)
    return {
      id: idOf(code),
      ...both(code),
      missing: 'exclude',
      aggregate: statement.aggregate?.(level) ?? { method: 'arithmetic' },
      children: children.map((child) => ({
        ...(child.level === 1 ? this.indicator(child.code, statement) : this.branch(child, statement)),
        weight: weightOf(child) / total,
      })),
    }
  }

  private indicator(code: string, { normalise, own }: Statement): Written {
    return {
      id: idOf(code),
      ...both(code),
      type: 'number',
      unit: both('unit'),
      direction: this.set.directions[code] === -1 ? 'negative' : 'positive',
      normalise: normalise?.(code) ?? MIN_MAX,
      calc: both('as reported'),
      source: 'made-up',
      evidence: ['paper'],
      ...own?.(code),
    }
  }

  dataset({ data = {}, turned = false }: Statement): Dataset {
    const { units, periods, sector, raw, denominators } = this.set
    const order = <T>(list: readonly T[]): readonly T[] => (turned ? list.toReversed() : list)
    return {
      size: units.length,
      units: order(units),
      periods: periods ? order(periods) : units.map(() => '2024'),
      groups: order(sector),
      columns: new Map(
        Object.entries({ ...raw, ...data, ...denominators }).map(([code, recorded]) => {
          const values = Float64Array.from(order(column(recorded)))
          return [idOf(code), { values, blanks: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)) }]
        }),
      ),
    }
  }

  /** Loads the standard and scores the set by it. */
  run(statement: Statement): Run {
    const { plan } = loadBundle({ files: { 'plugin.yaml': this.manifest(statement) } }, [])
    return new Run(score(plan, this.dataset(statement)))
  }
}

/** A scored set, by COINr's codes. */
export class Run {
  readonly result: Result

  constructor(result: Result) {
    this.result = result
  }

  scores(code: string): number[] {
    const place = this.result.plan.indexOf.get(idOf(code)) ?? -1
    return [...(this.result.nodes[place]?.score ?? [])]
  }

  prepared(code: string): PreparedColumn {
    const found = this.result.prepared?.columns.get(idOf(code))
    if (!found) throw new Error(`no prepared column ${code}`)
    return found
  }
}
