import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built web client; any other address that asks for a page gets `index.html`, and the client finds its screen. */
export async function addWeb(app: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(path.join(directory, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: directory,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, file) => {
      // Names below assets carry a hash of their content.
      const isHashed = path.relative(directory, file).startsWith('assets')
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && !request.url.startsWith('/trpc/')) return reply.code(200).sendFile('index.html')
    return reply.code(404).send({ error: 'not found' })
  })
}
