import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fault } from '@plumbline/kernel'

const MEGABYTE = 2 ** 20
export const BODY_LIMIT = 64 * MEGABYTE

/**
 * Fastify limits only what it parses itself; a form goes to its reader as a stream. So its length is asked beforehand
 * (Node holds a request to the length it names), and a form that does not say how long it is, is refused.
 */
export function limitBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const status = refusedLength(request)
    if (status === null) return
    const most = BODY_LIMIT / MEGABYTE
    const megabytes = Math.ceil(Number(request.headers['content-length'] ?? 0) / MEGABYTE)
    const refused =
      status === 413 ? fault('FILE_TOO_LARGE', { megabytes, most }) : fault('REQUEST_REFUSED', { code: status })
    const data = { code: 'PAYLOAD_TOO_LARGE', httpStatus: status, faults: [refused], errorId: null }
    // The shape of an error of the API, so that the client reads the fault.
    return reply.code(status).send({ error: { message: refused.code, code: -32_013, data } })
  })
}

/** The status that refuses a request for its length; null where it may go on. */
export function refusedLength({ headers }: Pick<FastifyRequest, 'headers'>): 411 | 413 | null {
  const length = headers['content-length']
  if (length !== undefined) return Number(length) > BODY_LIMIT ? 413 : null
  return headers['content-type']?.startsWith('multipart/') ? 411 : null
}
