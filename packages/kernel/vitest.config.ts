import { packageConfig } from '@plumbline/vitest'

export default packageConfig({ name: 'kernel', testTimeout: 60_000 })
