/** The page of `plumbline dev` and its stream of states, on this machine alone. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'
import type { DevState } from './state.ts'

const PAGE = 'author.html'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface DevServer {
  readonly url: string
  readonly push: (state: DevState) => void
  readonly close: () => Promise<void>
}

/**
 * @param web - Folder of the built client.
 * @throws FaultError CLI_PORT_TAKEN
 */
export async function startDevServer(web: string, port: number): Promise<DevServer> {
  const readers = new Set<ServerResponse>()
  let latest: string | null = null
  const server = createServer((request, response) => {
    if (!isLocal(request)) return void response.writeHead(403).end()
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname === '/author/events') return listen(response)
    void answerFile(web, pathname === '/' ? PAGE : pathname.slice(1), response)
  })
  await listening(server, port)
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${actual}/`,
    push: (state) => {
      latest = `data: ${JSON.stringify(state)}\n\n`
      for (const reader of readers) reader.write(latest)
    },
    close: async () => {
      for (const reader of readers) reader.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('retry: 500\n\n')
    if (latest !== null) response.write(latest)
    readers.add(response)
    response.on('close', () => readers.delete(response))
  }
}

/** A page elsewhere on the web cannot reach in under a name that points here. */
const isLocal = ({ headers, method }: IncomingMessage): boolean =>
  method === 'GET' && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new FaultError([fault('CLI_PORT_TAKEN', { port })]) : error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function answerFile(web: string, name: string, response: ServerResponse): Promise<void> {
  const file = path.resolve(web, decodeURIComponent(name))
  const type = TYPES[path.extname(file)]
  try {
    if (!file.startsWith(web + path.sep) || type === undefined) return void response.writeHead(404).end()
    const content = await readFile(file)
    response
      .writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .end(content)
  } catch {
    response.writeHead(404).end()
  }
}
