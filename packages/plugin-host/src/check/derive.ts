import { problem, type Problem } from '../read/problem.ts'
import type { CheckContext } from './context.ts'
import { isIndicator, placedNodes } from './walk.ts'

/** Derived indicators: measures, with one source of their value, and never from the standard's own results. */
export function checkDerive({ manifest }: CheckContext): readonly Problem[] {
  return placedNodes(manifest)
    .filter(isIndicator)
    .flatMap(({ node, path }) => {
      if (!node.derive) return []
      const here = [...path, 'derive']
      const own = node.derive.standards.indexOf(manifest.id)
      return [
        ...(node.type === 'number' || node.type === 'ratio'
          ? []
          : [problem(here, 'PLUGIN_DERIVE_TYPE', { type: node.type })]),
        ...(node.value === undefined ? [] : [problem(here, 'PLUGIN_DERIVE_FORMULA', {})]),
        ...(own < 0
          ? []
          : [problem([...here, 'standards', own], 'PLUGIN_DERIVE_CYCLE', { cycle: [manifest.id, manifest.id] })]),
      ]
    })
}
