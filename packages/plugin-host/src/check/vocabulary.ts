import { suggest, type ManifestIndicator } from '@plumbline/plugin-api'
import type { Path } from '../read/path.ts'
import { problem, type Problem } from '../read/problem.ts'
import type { CheckContext } from './context.ts'
import { isIndicator, placedNodes } from './walk.ts'

type Vocabulary = 'ladders' | 'sources' | 'evidenceKinds'

/** Sources, kinds of evidence, ladders and peer groups that are named but nowhere defined. */
export function checkVocabulary(context: CheckContext): readonly Problem[] {
  const indicators = placedNodes(context.manifest).filter(isIndicator)
  return [
    ...indicators.flatMap(({ node, path }) => [
      ...unknown(node.source, [...path, 'source'], 'sources'),
      ...node.evidence.flatMap((kind, index) => unknown(kind, [...path, 'evidence', index], 'evidenceKinds')),
      ...(node.ladder === undefined ? [] : unknown(node.ladder, [...path, 'ladder'], 'ladders')),
      ...ladderSteps(node, path),
    ]),
    ...groups(),
  ]

  function unknown(id: string, path: Path, key: Vocabulary): readonly Problem[] {
    if (context.incomplete || context.lost.has(key)) return []
    const known = defined(key).map((item) => item.id)
    return known.includes(id) ? [] : [problem(path, CODES[key], { name: id, suggestions: suggest(id, known) })]
  }

  function defined<K extends Vocabulary>(key: K): readonly { readonly id: string }[] {
    return [...context.uses.flatMap(({ catalogue }) => catalogue[key]), ...context.manifest[key]]
  }

  function ladderSteps({ ladder: id, normalise }: ManifestIndicator, path: Path): readonly Problem[] {
    const ladder = [...context.uses.flatMap(({ catalogue }) => catalogue.ladders), ...context.manifest.ladders].find(
      (one) => one.id === id,
    )
    if (!ladder || normalise.method !== 'level-map') return []
    const mapped = normalise.points.map(([level]) => level)
    const steps = ladder.steps.map(({ level }) => level)
    const same = mapped.length === steps.length && steps.every((level) => mapped.includes(level))
    return same
      ? []
      : [problem([...path, 'normalise', 'points'], 'PLUGIN_LADDER_STEPS', { ladder: ladder.id, steps, mapped })]
  }

  function groups(): readonly Problem[] {
    const known = context.manifest.groups.map((group) => group.id)
    if (context.lost.has('groups')) return []
    return context.manifest.gates.flatMap((gate, index) =>
      (gate.groups ?? []).flatMap((group, at) =>
        known.includes(group)
          ? []
          : [
              problem(['gates', index, 'groups', at], 'PLUGIN_GROUP_UNKNOWN', {
                name: group,
                suggestions: suggest(group, known),
              }),
            ],
      ),
    )
  }
}

const CODES = {
  ladders: 'PLUGIN_LADDER_UNKNOWN',
  sources: 'PLUGIN_SOURCE_UNKNOWN',
  evidenceKinds: 'PLUGIN_EVIDENCE_UNKNOWN',
} as const
