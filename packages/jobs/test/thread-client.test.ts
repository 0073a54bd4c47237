import { fault } from '@plumbline/kernel'
import { afterEach, describe, expect, it } from 'vitest'
import { createThread } from '../src/index.ts'

type Echo = { readonly kind: 'echo'; readonly text: string } | { readonly kind: 'buffer'; readonly size: number }
interface EchoDone {
  readonly echo: string
  readonly buffer: Uint8Array
}

const serve = new URL('../src/serve.ts', import.meta.url).href
const SCRIPT = `import { serveThread } from '${serve}'
  let last = null
  serveThread(async (work) => {
    if (work.kind === 'buffer') return (last = new Uint8Array(work.size))
    if (work.text === 'size') return String(last?.byteLength)
    if (work.text === 'wrong') throw new TypeError('not that')
    if (work.text === 'exit') process.exit(4)
    return work.text
  }, (done) => (typeof done === 'string' ? [] : [done.buffer]))`
const script = new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`)
const stopped = (reason: string) => fault('ANALYSIS_STOPPED', { reason })
const create = (restartMs?: number) =>
  createThread<Echo, EchoDone>(script, { stopped, ...(restartMs !== undefined && { restartMs }) })

let thread: ReturnType<typeof create>
afterEach(() => thread.stop())

describe('a thread', () => {
  it('starts when it is needed, and counts what waits for it', async () => {
    thread = create()
    expect(thread.isAlive()).toBe(false)
    const both = [thread.perform({ kind: 'echo', text: 'a' }), thread.perform({ kind: 'echo', text: 'b' })]
    expect([thread.isAlive(), thread.waiting()]).toEqual([true, 2])
    expect(await Promise.all(both)).toEqual(['a', 'b'])
    expect(thread.waiting()).toBe(0)
  })

  it('tells an error that no fault explains with where it came from', async () => {
    thread = create()
    await expect(thread.perform({ kind: 'echo', text: 'wrong' })).rejects.toThrow(/^TypeError: not that\n\s+at /)
    await expect(thread.perform({ kind: 'echo', text: 'next' })).resolves.toBe('next')
  })

  it('hands buffers over: the thread has them no more', async () => {
    thread = create()
    expect((await thread.perform({ kind: 'buffer', size: 5 })).byteLength).toBe(5)
    expect(await thread.perform({ kind: 'echo', text: 'size' })).toBe('0')
  })

  it('that is kept ready starts at once, and again by itself', async () => {
    thread = create(0)
    expect(thread.isAlive()).toBe(true)
    await expect(thread.perform({ kind: 'echo', text: 'exit' })).rejects.toMatchObject({
      faults: [{ code: 'ANALYSIS_STOPPED', params: { reason: 'exit 4' } }],
    })
    expect(thread.isAlive()).toBe(false)
    await expect.poll(() => thread.isAlive()).toBe(true)
  })

  it('that was stopped stays down, though it was kept ready', async () => {
    thread = create(0)
    await thread.stop()
    // Timers that were set before come before one that is set now and lasts longer.
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(thread.isAlive()).toBe(false)
  })
})
