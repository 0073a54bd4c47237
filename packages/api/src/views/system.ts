import { listRounds } from '@plumbline/db'
import { KERNEL_VERSION, SEMANTICS } from '@plumbline/kernel'
import type { App } from '../context.ts'
import type { SystemInfo } from '../contract.ts'

export async function systemInfo({ database }: App): Promise<SystemInfo> {
  const rounds = await listRounds(database.db)
  return {
    product: 'Plumbline 准绳',
    kernel: KERNEL_VERSION,
    semantics: SEMANTICS,
    database: database.kind,
    demonstration: rounds.some(({ round }) => round.demonstration),
  }
}
