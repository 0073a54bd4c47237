import { Transform, type TransformCallback } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { fault } from '@plumbline/kernel'

const MEGABYTE = 2 ** 20
export const BODY_LIMIT = 64 * MEGABYTE

class TooLarge extends Error {
  readonly statusCode = 413
}

/** Fastify limits only what it parses itself; a form goes to its reader as a stream, so it is counted here. */
export function limitBodies(app: FastifyInstance, limit: number = BODY_LIMIT): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) throw new TooLarge()
    return payload.pipe(counting(limit))
  })
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof TooLarge)) throw error
    const faults = [fault('FILE_TOO_LARGE', { megabytes: Math.ceil(limit / MEGABYTE) + 1, most: limit / MEGABYTE })]
    const data = { code: 'PAYLOAD_TOO_LARGE', httpStatus: 413, faults, errorId: null }
    // The shape of an error of the API, so that the client reads the fault.
    return reply.code(413).send({ error: { message: 'FILE_TOO_LARGE', code: -32_013, data } })
  })
}

function counting(limit: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length
      if (bytes > limit) done(new TooLarge())
      else done(null, chunk)
    },
  })
}
