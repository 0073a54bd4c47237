import { packageConfig } from '@plumbline/vitest'

// These tests start whole servers, on a machine that may be busy with other things.
export default packageConfig({ name: 'server', testTimeout: 240_000, hookTimeout: 120_000 })
