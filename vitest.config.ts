import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      'packages/*/vitest.config.ts',
      'apps/*/vitest.config.ts',
      'plugins/*/vitest.config.ts',
      'tooling/*/vitest.config.ts',
    ],
    globalSetup: ['./packages/db/src/test-cluster.ts'],
    coverage: { provider: 'v8', include: ['packages/*/src/**'] },
  },
})
