import type { Framework } from '@plumbline/kernel'
import type { Path } from '../read/path.ts'
import { isEcho, type Problem } from '../read/problem.ts'
import { lostNames, type CheckContext } from './context.ts'
import { checkDerive } from './derive.ts'
import { checkEnvelope } from './envelope.ts'
import { checkFormulas } from './formulas.ts'
import { checkFramework } from './framework.ts'
import { checkInputs } from './inputs.ts'
import { checkMounts } from './mounts.ts'
import { checkNames } from './names.ts'
import { checkPipeline } from './pipeline.ts'
import { checkTypes } from './types.ts'
import { checkVocabulary } from './vocabulary.ts'

export interface Checked extends Omit<CheckContext, 'lost'> {
  readonly framework: Framework
}

/**
 * Everything that the schema cannot see, in one list.
 *
 * @param refused - Paths that the schema has refused already: what only echoes them is left out.
 */
export function checkManifest(refused: readonly Path[], { framework, ...rest }: Checked): readonly Problem[] {
  const lost = lostNames(refused)
  const context: CheckContext = { ...rest, incomplete: rest.incomplete || lost.has('uses'), lost }
  const checks = [
    checkEnvelope,
    checkMounts,
    checkNames,
    checkVocabulary,
    checkTypes,
    checkInputs,
    checkFormulas,
    checkPipeline,
    checkDerive,
  ]
  const problems = [...checks.flatMap((check) => check(context)), ...checkFramework(context, framework)]
  return problems.filter(({ path }) => !isEcho(path, refused))
}
