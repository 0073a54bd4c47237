/** `pnpm bench`: measures, prints the figures and writes apps/docs/benchmarks.md. */
import { onOwnNode } from '../node/run.mjs'

await onOwnNode(async () => {
  const { main } = await import('./src/main.ts')
  await main(process.argv.slice(2))
})
