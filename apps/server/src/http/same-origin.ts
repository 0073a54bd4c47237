import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Refuses what another web page sends with the user's browser. A form upload needs no permission of ours to cross
 * origins, and the server on one's own machine asks for no password.
 */
export function refuseOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isSameOrigin(request)) return reply.code(403).send({ error: 'other origin' })
  })
}

/** Programs send no Origin; a reverse proxy says which host the browser asked for. */
export function isSameOrigin({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (method === 'GET' || method === 'HEAD' || headers.origin === undefined) return true
  const asked = headers['x-forwarded-host'] ?? headers.host
  return URL.parse(headers.origin)?.host === asked
}
