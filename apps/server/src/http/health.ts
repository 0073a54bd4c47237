import path from 'node:path'
import type { App } from '@plumbline/api'
import { ping } from '@plumbline/db'
import type { FastifyInstance } from 'fastify'
import type { WorkerScorer } from '../worker/worker-scorer.ts'

/** `/healthz` for probes: 200 when the database answers and the scoring thread runs, else 503, with what is known. */
export function addHealth(app: FastifyInstance, { database, standards }: App, scorer: WorkerScorer): void {
  app.get('/healthz', { logLevel: 'warn' }, async (_request, reply) => {
    const answers = await ping(database.db)
    const worker = scorer.state()
    const healthy = answers && worker === 'alive'
    return reply.code(healthy ? 200 : 503).send({
      status: healthy ? 'ok' : 'failing',
      database: { kind: database.kind, answers },
      plugins: {
        loaded: standards.byDigest.size,
        failed: standards.failed.map(({ id, directory }) => id ?? path.basename(directory)),
      },
      worker,
    })
  })
}
