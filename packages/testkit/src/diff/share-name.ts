import type { Catalogue, Text } from '@plumbline/plugin-api'

/**
 * What the id of a share names: `weights:service` the node `service`, `param:goal` the parameter, `data:staff` the input
 * or fact, `program:small/code/waiting.ts` the program's path.
 *
 * @param catalogues - The newer version's first: names are taken from it.
 * @returns null where it names nothing, as `structure` does.
 * @example shareName([catalogue], 'weights:service') // { zh: '服务', en: 'Service' }
 */
export function shareName(catalogues: readonly Catalogue[], id: string): Text | null {
  const [kind = '', named] = id.split(':')
  if (named === undefined) return null
  if (kind === 'program') return { zh: named, en: named }
  const found = catalogues.flatMap((catalogue) => namedBy(kind, catalogue)).find((one) => one.id === named)
  return found ? { zh: found.zh, en: found.en } : null
}

interface Named extends Text {
  readonly id: string
}

function namedBy(kind: string, { nodes, params, inputs, facts }: Catalogue): readonly Named[] {
  if (kind === 'param') return params
  return kind === 'data' ? [...inputs, ...facts, ...nodes] : nodes
}
