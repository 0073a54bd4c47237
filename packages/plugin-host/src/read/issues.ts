import type { SchemaIssue } from '@plumbline/plugin-api'
import type { Path } from './path.ts'

/** One issue of the schema with its whole path from the top of the document. */
export interface PlacedIssue {
  readonly issue: SchemaIssue
  readonly path: Path
}

/**
 * Opens what the schema says about alternatives (a node is a branch, an indicator or a mount): of each, only what the
 * likeliest alternative has to say is kept.
 */
export function placeIssues(issues: readonly SchemaIssue[], above: Path = []): readonly PlacedIssue[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')]
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
    return placeIssues(likeliest(issue.errors), path)
  })
}

/** The alternative that the author most likely meant: the one with the fewest keys too many or too few. */
function likeliest(alternatives: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] {
  return alternatives.reduce((best, next) => (misfit(next) < misfit(best) ? next : best))
}

function misfit(issues: readonly SchemaIssue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return sum + issue.keys.length
    // something else altogether: a word where a map is meant, or a map where only one word would do
    if (issue.path.length === 0 && issue.code === 'invalid_type') return sum + 3
    if (issue.path.length === 0 && issue.code === 'invalid_value') return sum + 2.5
    return sum + (issue.code === 'invalid_type' && issue.path.length === 1 ? 1 : 0)
  }, 0)
}
