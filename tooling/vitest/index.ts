import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Long enough for a machine that is busy with other work: no test here asks how long something takes. */
const PATIENCE = 60_000

/** Settings shared by the packages' test projects. */
export function packageConfig(over: NonNullable<ViteUserConfig['test']> = {}): ViteUserConfig {
  const include = ['src/**/*.test.ts', 'test/**/*.test.ts']
  return defineConfig({ test: { include, pool: 'threads', testTimeout: PATIENCE, hookTimeout: PATIENCE, ...over } })
}
