#!/usr/bin/env node
/** The door to the command line. */
import { onOwnNode } from '../../tooling/node/run.mjs'

/** `Exit.internal`: the machine has no Node that will do. */
const REFUSED = 3

await onOwnNode(
  async () => {
    const { main } = await import('./src/main.ts')
    await main(process.argv.slice(2))
  },
  { refused: REFUSED },
)
