import { packageConfig } from '@plumbline/vitest'

export default packageConfig({ name: 'docs', testTimeout: 120_000 })
