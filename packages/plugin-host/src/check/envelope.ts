import { KERNEL_VERSION } from '@plumbline/kernel'
import semver from 'semver'
import { problem, type Problem } from '../read/problem.ts'
import type { CheckContext } from './context.ts'

/** The kernel range, and a policy for missing values: what a manifest needs before its content matters. */
export function checkEnvelope({ manifest, uses, incomplete }: CheckContext): readonly Problem[] {
  return [...checkKernel(manifest.kernel), ...checkMissing()]

  function checkMissing(): readonly Problem[] {
    const policy = manifest.missing ?? uses[0]
    return policy || incomplete ? [] : [problem([], 'PLUGIN_MISSING_POLICY')]
  }
}

function checkKernel(range: string): readonly Problem[] {
  if (semver.validRange(range) === null) return [problem(['kernel'], 'PLUGIN_RANGE', { range })]
  if (semver.satisfies(KERNEL_VERSION, range)) return []
  return [problem(['kernel'], 'PLUGIN_KERNEL', { range, kernel: KERNEL_VERSION })]
}
