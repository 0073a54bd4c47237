import { packageConfig } from '@plumbline/vitest'

/** Threads load the sources as they are, one after the other where there are few cores. */
export default packageConfig({ name: 'jobs' })
