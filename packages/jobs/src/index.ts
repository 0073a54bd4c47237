export { createThreads, type Threads } from './threads.ts'
export { createThread } from './thread-client.ts'
export { outcomeOf, settle, type Outcome } from './outcome.ts'
