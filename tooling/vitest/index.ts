import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Settings shared by the packages' test projects. */
export function packageConfig(over: NonNullable<ViteUserConfig['test']> = {}): ViteUserConfig {
  return defineConfig({ test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], pool: 'threads', ...over } })
}
