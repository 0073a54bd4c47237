import { packageConfig } from '@plumbline/vitest'

// A database in WebAssembly takes seconds to start on a busy machine.
export default packageConfig({ name: 'db' })
