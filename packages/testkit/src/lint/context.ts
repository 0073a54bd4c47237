import { score, withoutFormulas, type Dataset, type Fault, type FaultPlace, type Result } from '@plumbline/kernel'
import type { CatalogueIndicator, Manifest, ManifestNode } from '@plumbline/plugin-api'
import { readManifest, type LoadedPlugin } from '@plumbline/plugin-host'
import type { CaseFile } from '../cases/read.ts'
import { generateRows } from '../sample/generate.ts'
import { datasetOf } from '../sample/row.ts'
import { dated } from '../sample/dated.ts'
import { spaceOf, type SampleSpace } from '../sample/space.ts'

/** What a rule of the linter looks at. */
export interface LintContext {
  /** With every indicator reported: the rules are about raw values, whether reported or worked out. */
  readonly plugin: LoadedPlugin
  /** As it is written. */
  readonly written: LoadedPlugin
  readonly manifest: Manifest
  readonly cases: CaseFile
  readonly space: SampleSpace
  /** Indicators that the standard itself defines; those of a mounted core are linted there. */
  readonly own: readonly CatalogueIndicator[]
  /** Real rows; null where none were given. */
  readonly data: Dataset | null
  /** Real rows scored, else invented ones. */
  readonly scored: Result
  /** Place of something in `plugin.yaml`. */
  readonly at: (path: readonly (string | number)[]) => FaultPlace
  /** Place of a node, fact, gate or grade by its id. */
  readonly of: (id: string) => FaultPlace
}

/** One rule: every warning it has. Its id is that of its codes: LINT_GATE_POLARITY is `gate-polarity`. */
export type LintRule = (context: LintContext) => readonly Fault[]

/** Id of the rule that a warning is from, as waivers name it. */
export const ruleOf = ({ code }: Pick<Fault, 'code'>): string =>
  code
    .replace(/^LINT_/, '')
    .toLowerCase()
    .replaceAll('_', '-')

/** What the linter reads. */
export interface LintInput {
  readonly plugin: LoadedPlugin
  readonly cases: CaseFile
  readonly data?: Dataset
  /** What faults call the folder. */
  readonly name: string
}

const INVENTED = { rows: 200, seed: 1, unanswered: 0, notApplicable: 0 }

/** Everything that the rules share, worked out once; null where the manifest cannot be read. */
export function lintContext({ plugin: undated, cases, data, name }: LintInput): LintContext | null {
  const written = dated(undated)
  const plugin = { ...written, plan: withoutFormulas(written.plan) }
  const { manifest, locate } = readManifest(plugin.bundle, name)
  if (!manifest) return null
  const { catalogue, plan, ref } = plugin
  const space = spaceOf(catalogue, plan)
  const places = placesOf(manifest)
  return {
    plugin,
    written,
    manifest,
    cases,
    space,
    own: catalogue.nodes.filter((node) => node.kind === 'indicator').filter(({ from }) => from === ref.id),
    data: data ?? null,
    scored: data ? score(written.plan, data) : score(plan, datasetOf(generateRows(space, INVENTED))),
    at: (path) => locate(path),
    of: (id) => ({ ...locate(places.get(id) ?? []), id }),
  }
}

function placesOf({ tree, facts, gates, grades }: Manifest): ReadonlyMap<string, readonly (string | number)[]> {
  const places = new Map<string, readonly (string | number)[]>([[tree.id, ['tree']]])
  const visit = (nodes: readonly ManifestNode[], path: readonly (string | number)[]): void =>
    nodes.forEach((node, index) => {
      places.set(node.id, [...path, index])
      if ('children' in node) visit(node.children, [...path, index, 'children'])
    })
  visit(tree.children, ['tree', 'children'])
  for (const [section, items] of Object.entries({ facts, gates, grades }))
    items.forEach(({ id }, index) => places.set(id, [section, index]))
  return places
}
