import type { CompiledFormula } from '@plumbline/plugin-api'
import type { Path } from '../read/path.ts'
import type { Problem } from '../read/problem.ts'
import { compileGate, compileRule, compileValue } from '../resolve/formulas.ts'
import { scopesOf } from '../resolve/scope.ts'
import type { CheckContext } from './context.ts'
import { isIndicator, placedNodes } from './walk.ts'

/** Said of a name that may stand in a part of the manifest that could not be read. */
const NAMES = new Set(['FORMULA_NAME_UNKNOWN', 'FORMULA_NODE_UNKNOWN', 'FORMULA_OPTION_UNKNOWN'])
const NAMED_IN = ['uses', 'subject', 'inputs', 'params', 'facts', 'tree']

/** Formulas that cannot be parsed or do not fit: each problem at its own line and column. */
export function checkFormulas({ manifest, uses, incomplete, lost }: CheckContext): readonly Problem[] {
  const scopes = scopesOf(manifest, uses)
  const namesMayBeLost = incomplete || NAMED_IN.some((key) => lost.has(key))
  const found = [
    ...placedNodes(manifest)
      .filter(isIndicator)
      .flatMap(({ node, path }) => [
        ...placed(compileValue(node, scopes), [...path, 'value']),
        ...placed(compileRule(node, scopes), [...path, 'notApplicable', 'when']),
      ]),
    ...manifest.gates.flatMap(({ when }, index) =>
      typeof when === 'string' ? placed(compileGate(when, scopes), ['gates', index, 'when']) : [],
    ),
  ]
  return found.filter(({ code }) => !NAMES.has(code) || !namesMayBeLost)
}

function placed(compiled: CompiledFormula | null, path: Path): readonly Problem[] {
  return (compiled?.problems ?? []).map(({ code, params, from }) => ({
    code,
    params,
    path,
    aim: { character: from },
  }))
}
