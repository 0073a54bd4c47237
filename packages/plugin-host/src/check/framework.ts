import { validateFramework, type Fault, type Framework } from '@plumbline/kernel'
import type { ManifestNode } from '@plumbline/plugin-api'
import type { Path } from '../read/path.ts'
import { problem, type Problem } from '../read/problem.ts'
import type { CheckContext } from './context.ts'

/**
 * Names are checked here with what they come from, which says more than the kernel can; a branch is empty only where the
 * plugin to be mounted is not here, which has been said.
 */
const ELSEWHERE = new Set(['ID_TWICE', 'BRANCH_EMPTY'])

/** Said of a name that is nowhere: where it may be, if that place could not be read whole. */
const NAMED_IN: Readonly<Record<string, string>> = {
  BASIC_RULE_UNKNOWN_GRADE: 'grades',
  CAP_UNKNOWN_GRADE: 'grades',
  GATE_UNKNOWN_FACT: 'facts',
  GATE_UNKNOWN_LEAF: 'tree',
  GATE_UNKNOWN_NODE: 'tree',
  PIPELINE_UNKNOWN_FACT: 'facts',
  PIPELINE_UNKNOWN_PILLAR: 'tree',
}

/** What the kernel has to say about the framework, put at the manifest's own paths. */
export function checkFramework(context: CheckContext, framework: Framework): readonly Problem[] {
  const paths = kernelPaths(context)
  return validateFramework(framework)
    .filter(({ code }) => !ELSEWHERE.has(code))
    .filter(({ code }) => !(code in NAMED_IN) || (!context.incomplete && !context.lost.has(NAMED_IN[code] ?? '')))
    .map((fault) => problem(manifestPath(fault, paths), fault.code, fault.params))
}

/** The longest beginning of the kernel's path that the manifest has, and the fields that follow it. */
function manifestPath({ at }: Fault, paths: ReadonlyMap<string, Path>): Path {
  const steps = (at.path ?? '').split('/')
  for (let length = steps.length; length > 0; length--) {
    const found = paths.get(steps.slice(0, length).join('/'))
    if (found) return [...found, ...steps.slice(length)]
  }
  return steps
}

/** `tree/core/data-readiness` and the like, as the kernel writes them, against paths in the manifest. */
function kernelPaths({ manifest, uses }: CheckContext): ReadonlyMap<string, Path> {
  return new Map<string, Path>([
    ...uses.flatMap(({ ref, catalogue }) =>
      catalogue.gates.map(({ gate }) => [`gates/${gate.id}`, ['uses', ref.id]] as const),
    ),
    ...(['facts', 'gates', 'grades', 'params'] as const).flatMap((key) =>
      manifest[key].map(({ id }, index) => [`${key}/${id}`, [key, index]] as const),
    ),
    ...manifest.basicRule.map(({ grade }, index) => [`basicRule/${grade}`, ['basicRule', index]] as const),
    ['periodMonths', ['unitOfAssessment', 'periodMonths']] as const,
    ['pipeline', ['pipeline']] as const,
    ['tree', ['tree']] as const,
    ...treePaths(manifest.tree.children, { name: 'tree', path: ['tree', 'children'] }),
  ])
}

interface Above {
  readonly name: string
  readonly path: Path
}

function treePaths(nodes: readonly ManifestNode[], above: Above): readonly (readonly [string, Path])[] {
  return nodes.flatMap((node, index) => {
    const name = `${above.name}/${node.id}`
    const path = [...above.path, index]
    return [
      [name, path] as const,
      ...('children' in node ? treePaths(node.children, { name, path: [...path, 'children'] }) : []),
    ]
  })
}
