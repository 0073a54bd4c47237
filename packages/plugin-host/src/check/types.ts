import type { ManifestCondition, ManifestIndicator } from '@plumbline/plugin-api'
import type { Path } from '../read/path.ts'
import { problem, type Problem } from '../read/problem.ts'
import type { CheckContext } from './context.ts'
import { isIndicator, placedNodes } from './walk.ts'

type Method = ManifestIndicator['normalise']['method']

const MEASURES: readonly Method[] = [
  'goalposts',
  'goalposts-log',
  'piecewise',
  'band',
  'percentile',
  'min-max',
  'z-score',
  'scaled',
  'rank',
  'borda',
  'percentile-rank',
  'mid-percentile',
  'fraction-of-maximum',
  'distance-to-maximum',
  'distance-to-reference',
  'distance-to-target',
  'efficacy',
  'categorical',
  'sigmoid',
]
const METHODS: Readonly<Record<ManifestIndicator['type'], readonly Method[]>> = {
  number: MEASURES,
  ratio: MEASURES,
  level: ['level-map'],
  boolean: ['boolean'],
  expert: ['expert'],
}

/** Indicator types against their value rule and ladder, and gates that compare a yes or no with a number. */
export function checkTypes({ manifest, uses }: CheckContext): readonly Problem[] {
  const indicators = placedNodes(manifest).filter(isIndicator)
  const booleans = new Set([
    ...uses
      .flatMap(({ catalogue }) => catalogue.facts)
      .filter((fact) => fact.type === 'boolean')
      .map((fact) => fact.id),
    ...manifest.facts.filter((fact) => fact.type === 'boolean').map((fact) => fact.id),
    ...indicators.filter(({ node }) => node.type === 'boolean').map(({ node }) => node.id),
  ])
  const measured = new Set([
    ...uses
      .flatMap(({ catalogue }) => catalogue.facts)
      .filter((fact) => fact.type === 'number')
      .map((fact) => fact.id),
    ...manifest.facts.filter((fact) => fact.type === 'number').map((fact) => fact.id),
    ...indicators.filter(({ node }) => node.type !== 'boolean').map(({ node }) => node.id),
  ])
  return [
    ...indicators.flatMap(({ node, path }) => [
      ...(METHODS[node.type].includes(node.normalise.method)
        ? []
        : [
            problem([...path, 'normalise', 'method'], 'PLUGIN_METHOD_FOR_TYPE', {
              method: node.normalise.method,
              type: node.type,
              allowed: METHODS[node.type],
            }),
          ]),
      ...(node.ladder === undefined || node.type === 'level'
        ? []
        : [problem([...path, 'ladder'], 'PLUGIN_LADDER_FOR_TYPE', { ladder: node.ladder, type: node.type })]),
    ]),
    ...manifest.gates.flatMap(({ when }, index) =>
      typeof when === 'string' ? [] : compared(when, ['gates', index, 'when']),
    ),
  ]

  function compared(condition: ManifestCondition, path: Path): readonly Problem[] {
    if ('all' in condition) return condition.all.flatMap((one, index) => compared(one, [...path, 'all', index]))
    if ('any' in condition) return condition.any.flatMap((one, index) => compared(one, [...path, 'any', index]))
    if ('not' in condition) return compared(condition.not, [...path, 'not'])
    if ('node' in condition) return []
    const id = 'fact' in condition ? condition.fact : condition.leaf
    const value = [...path, 'value']
    if (booleans.has(id) && measured.has(id)) return []
    if (booleans.has(id) && typeof condition.value !== 'boolean')
      return [problem(value, 'PLUGIN_COMPARES_BOOLEAN', { name: id, actual: condition.value })]
    if (measured.has(id) && typeof condition.value === 'boolean')
      return [problem(value, 'PLUGIN_COMPARES_NUMBER', { name: id, actual: condition.value })]
    return []
  }
}
