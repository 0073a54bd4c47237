/**
 * The command's half of an import: what it sends, and what it makes of the answers. The other side speaks the same
 * protocol by the same library and answers as the router's contract says; the real one is tested with the server.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { plumbline, scratch } from './cli.ts'
import { csvOf, sampleOf, sampleRows } from './samples.ts'

interface Received {
  readonly name: string
  readonly text: string
  readonly request: unknown
}

const received: Received[] = []
const servers: Server[] = []
let answer: () => unknown = () => null

async function listen(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

const trpc = initTRPC.create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, faults: error.cause instanceof FaultError ? error.cause.faults : [] },
  }),
})
const router = trpc.router({
  imports: trpc.router({
    commit: trpc.procedure.input(z.instanceof(FormData)).mutation(async ({ input }) => {
      const [file, request] = [input.get('file'), input.get('request')]
      if (!(file instanceof File) || typeof request !== 'string') throw new TRPCError({ code: 'BAD_REQUEST' })
      received.push({ name: file.name, text: await file.text(), request: JSON.parse(request) })
      return answer()
    }),
  }),
})

const directory = await scratch()
const data = path.join(directory, '数据.csv')
let server = ''
let text = ''

beforeAll(async () => {
  text = csvOf(sampleRows(await sampleOf('smart-retail'), 'id'))
  await writeFile(data, text)
  const handle = createHTTPHandler({ router, basePath: '/trpc/' })
  server = await listen(createServer(handle))
})
afterAll(() => servers.forEach((each) => each.close()))

describe('an import', () => {
  it('sends the file as it is, with plugin and name, and says what was taken', async () => {
    const rounds = [{ id: 'smart-retail.2025', title: { zh: '智慧商业', en: 'Smart retail' }, period: '2025' }]
    answer = () => ({ rounds, units: 4, cells: 160 })
    const { code, stdout, stderr } = await plumbline(['import', 'plugins/smart-retail', data, '--server', `${server}/`])
    expect(stderr).toBe('')
    expect([code, stdout]).toEqual([
      0,
      '已导入：评价对象 4 个，取值 160 个。\n  智慧商业  期 2025  批次 smart-retail.2025\n',
    ])
    expect(received.at(-1)).toEqual({
      name: '数据.csv',
      text,
      request: { plugin: 'smart-retail', fileName: '数据.csv', corrections: [] },
    })
    const script = await plumbline(['import', 'smart-retail', data, '--server', server, '--json'])
    expect(JSON.parse(script.stdout)).toEqual({ rounds, units: 4, cells: 160 })
  })

  it('shows every fault of the server, and that nothing was imported', async () => {
    const faults = [
      fault('CELL_NOT_A_NUMBER', { text: '12O' }, { cell: 'F3' }),
      fault('UNIT_EMPTY', {}, { cell: 'A9' }),
    ]
    answer = () => {
      throw new TRPCError({ code: 'BAD_REQUEST', cause: new FaultError(faults) })
    }
    const { code, stdout, stderr } = await plumbline(['import', 'smart-retail', data, '--server', server])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/F3：“12O”不是数字。[^]*A9：没有填写评价对象。[^]*共 2 处错误[^]*没有导入任何数据。/)
    const script = await plumbline(['import', 'smart-retail', data, '--server', server, '--json'])
    expect(JSON.parse(script.stdout)).toEqual({ faults })
  })
})

describe('a server that cannot take it', () => {
  it('is said with how to start one, when nobody answers', async () => {
    const closed = createServer()
    const gone = await listen(closed)
    await new Promise((resolve) => closed.close(resolve))
    const { code, stderr } = await plumbline(['import', 'smart-retail', data, '--server', gone, '--lang', 'en'])
    expect(code).toBe(1)
    expect(stderr).toContain(`No server answers at ${gone}. Run npx --yes pnpm@12 start`)
    expect(stderr).toContain('Nothing was imported.')
  })

  it('is said when it is something else', async () => {
    const other = await listen(createServer((_, response) => response.writeHead(404).end('nothing here')))
    const { code, stderr } = await plumbline(['import', 'smart-retail', data, '--server', other])
    expect(code).toBe(1)
    expect(stderr).toContain('但不是准绳服务')
  })

  it('is not asked when the file is not there', async () => {
    const before = received.length
    expect(await plumbline(['import', 'smart-retail', 'gone.csv', '--server', server])).toMatchObject({ code: 2 })
    expect(received).toHaveLength(before)
  })
})
