import { suggest, type Manifest, type ManifestPipelineOverride } from '@plumbline/plugin-api'
import type { Path } from '../read/path.ts'
import { problem, type Problem } from '../read/problem.ts'
import type { CheckContext } from './context.ts'
import { placedNodes } from './walk.ts'

type Steps = Omit<ManifestPipelineOverride, 'screen'>
type Unit = NonNullable<Manifest['facts'][number]['unit']>

/**
 * What the kernel cannot see of a pipeline: units of measure of denominators, names of peer groups, and a treatment that
 * is both fitted and written down, or asked for in any case and under conditions.
 */
export function checkPipeline(context: CheckContext): readonly Problem[] {
  const { manifest } = context
  const units = factUnits(context)
  return [
    ...(manifest.pipeline ? stepProblems(manifest.pipeline, ['pipeline']) : []),
    ...placedNodes(manifest).flatMap(({ node, path }) =>
      !('ref' in node) && node.pipeline ? stepProblems(node.pipeline, [...path, 'pipeline']) : [],
    ),
  ]

  function stepProblems({ denominate, treat, reference }: Steps, path: Path): readonly Problem[] {
    return [
      ...(denominate && denominate !== 'none' ? measureProblems(denominate, [...path, 'denominate']) : []),
      ...(treat && treat !== 'none' && treat.transforms && Object.keys(treat).length > 1
        ? [problem([...path, 'treat', 'transforms'], 'PLUGIN_TREAT_BOTH')]
        : []),
      ...(treat && treat !== 'none' && treat.when === 'always' ? alwaysProblems(treat, [...path, 'treat']) : []),
      ...(reference && reference !== 'none' && reference.group !== undefined
        ? groupProblems(reference.group, [...path, 'reference', 'group'])
        : []),
    ]
  }

  function alwaysProblems(treat: object, path: Path): readonly Problem[] {
    const unread = ['skewness', 'kurtosis', 'from', 'keep'].filter((key) => key in treat)
    return unread.length === 0 ? [] : [problem([...path, 'when'], 'PLUGIN_TREAT_ALWAYS', { keys: unread })]
  }

  function measureProblems({ by, measure }: { readonly by: string; readonly measure: Unit }, path: Path) {
    if (!units.has(by)) return []
    const found = units.get(by)
    if (!found) return [problem([...path, 'by'], 'PLUGIN_DENOMINATOR_UNIT_MISSING', { fact: by })]
    return found.zh === measure.zh && found.en === measure.en
      ? []
      : [
          problem([...path, 'measure'], 'DENOMINATOR_MEASURE', {
            expected: `${measure.zh} / ${measure.en}`,
            found: `${found.zh} / ${found.en}`,
          }),
        ]
  }

  function groupProblems(group: string, path: Path): readonly Problem[] {
    const known = manifest.groups.map(({ id }) => id)
    if (context.lost.has('groups') || known.includes(group)) return []
    return [problem(path, 'PLUGIN_GROUP_UNKNOWN', { name: group, suggestions: suggest(group, known) })]
  }
}

/** The unit of measure of each fact of type number, undefined where none is named. */
function factUnits({ manifest, uses }: CheckContext): ReadonlyMap<string, Unit | undefined> {
  return new Map([
    ...uses
      .flatMap(({ catalogue }) => catalogue.facts)
      .filter(({ type }) => type === 'number')
      .map(({ id, unitOfMeasure }) => [id, unitOfMeasure] as const),
    ...manifest.facts.filter(({ type }) => type === 'number').map(({ id, unit }) => [id, unit] as const),
  ])
}
