import { packageConfig } from '@plumbline/vitest'

export default packageConfig({ name: 'lint' })
