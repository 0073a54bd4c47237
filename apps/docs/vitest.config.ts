import { packageConfig } from '@plumbline/vitest'

export default packageConfig({ name: 'docs', testTimeout: 300_000 })
