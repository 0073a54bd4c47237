import { appRouter, type App, type AppRouter } from '@plumbline/api'
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { WorkerScorer } from '../worker/worker-scorer.ts'
import { BODY_LIMIT, limitBodies } from './body-limit.ts'
import { addHeaders } from './headers.ts'
import { addHealth } from './health.ts'
import { refuseOtherOrigins } from './same-origin.ts'
import { addWeb } from './static-web.ts'

/** There are no accounts yet: whoever reaches the server acts under this name in the event chain. */
export const LOCAL_ACTOR = 'local'

export interface HttpOptions {
  readonly app: App
  readonly scorer: WorkerScorer
  readonly logger: FastifyBaseLogger
  /** Folder of the built web client. */
  readonly web: string
}

export async function createHttp({ app, scorer, logger, web }: HttpOptions): Promise<FastifyInstance> {
  const http: FastifyInstance = Fastify({
    loggerInstance: logger,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    // A batch of queries names each of them in the path.
    routerOptions: { maxParamLength: 5000 },
  })
  addHeaders(http)
  refuseOtherOrigins(http)
  limitBodies(http)
  addHealth(http, app, scorer)
  const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
    router: appRouter,
    createContext: ({ req }) => ({
      ...app,
      actor: LOCAL_ACTOR,
      log: (event, fields) => req.log.info(fields, event),
      report: (error) => {
        req.log.error({ err: error }, 'unexpected')
        return req.id
      },
    }),
  }
  await http.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions })
  await addWeb(http, web)
  return http
}
