/** `pnpm start`. */
import { onOwnNode } from '../../tooling/node/run.mjs'

await onOwnNode(async () => {
  const { main } = await import('./src/main.ts')
  await main(process.argv.slice(2))
})
