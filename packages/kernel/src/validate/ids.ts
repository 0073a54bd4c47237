import { fault, type Fault } from '../errors.ts'
import type { Framework } from '../framework.ts'
import { walk } from './walk.ts'

interface PlacedId {
  readonly id: string
  readonly path: string
}

/** ID_EMPTY and ID_TWICE. Nodes, facts, inputs and parameters share one space of ids,
 * since a formula names them all; gates and grades have theirs. */
export function idFaults({ root, facts, gates, grades, inputs = [], params = [] }: Framework): readonly Fault[] {
  const columns = [
    ...walk(root).map(({ node, path }) => ({ id: node.id, path })),
    ...facts.map(({ id }) => ({ id, path: `facts/${id}` })),
    ...inputs.map(({ id }) => ({ id, path: `inputs/${id}` })),
    ...params.map(({ id }) => ({ id, path: `params/${id}` })),
  ]
  return [
    ...repeated(columns),
    ...repeated(gates.map(({ id }) => ({ id, path: `gates/${id}` }))),
    ...repeated(grades.map(({ id }) => ({ id, path: `grades/${id}` }))),
  ]
}

function repeated(ids: readonly PlacedId[]): readonly Fault[] {
  const first = new Map<string, string>()
  return ids.flatMap(({ id, path }) => {
    if (id === '') return [fault('ID_EMPTY', {}, { path })]
    const elsewhere = first.get(id)
    if (elsewhere !== undefined) return [fault('ID_TWICE', { first: elsewhere }, { id, path })]
    first.set(id, path)
    return []
  })
}
