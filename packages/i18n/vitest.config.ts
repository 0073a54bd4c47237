import { packageConfig } from '@plumbline/vitest'

export default packageConfig({ name: 'i18n' })
