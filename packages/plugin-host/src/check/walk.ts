import type { Manifest, ManifestIndicator, ManifestMount, ManifestNode } from '@plumbline/plugin-api'
import type { Path } from '../read/path.ts'

export interface Placed<T> {
  readonly node: T
  readonly path: Path
}

/** Every node below the root with its path in the manifest, parents before children. */
export function placedNodes(manifest: Manifest): readonly Placed<ManifestNode>[] {
  return under(manifest.tree.children, ['tree', 'children'])
}

function under(nodes: readonly ManifestNode[], path: Path): readonly Placed<ManifestNode>[] {
  return nodes.flatMap((node, index) => {
    const here = [...path, index]
    return [{ node, path: here }, ...('children' in node ? under(node.children, [...here, 'children']) : [])]
  })
}

export const isIndicator = (placed: Placed<ManifestNode>): placed is Placed<ManifestIndicator> => 'type' in placed.node

export const isMount = (placed: Placed<ManifestNode>): placed is Placed<ManifestMount> => 'ref' in placed.node
