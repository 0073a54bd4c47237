import path from 'node:path'
import { loadPlugins } from '@plumbline/plugin-host'
import { diffVersions, parseCases } from '@plumbline/testkit'
import { expect, it } from 'vitest'
import type { DifferRequest } from '@plumbline/api'
import { casesReader } from '../cases.ts'
import { createDiffer } from './differ.ts'

const PLUGINS = path.resolve(import.meta.dirname, '../../../../plugins')
const { plugins } = await loadPlugins(PLUGINS)
const [from, to] = plugins.filter(({ ref }) => ref.id === 'smart-healthcare')

const request = (options: DifferRequest['options'], cases: DifferRequest['cases'] = []): DifferRequest => {
  if (!from || !to) throw new Error('two versions of smart healthcare are supplied')
  return { from, to, options, cases }
}
const follow = (onStep: (done: number, steps: number) => void = () => undefined) => ({
  onStep,
  signal: new AbortController().signal,
})

it('compares in a thread as in place, with golden cases, and says how far it is', async () => {
  const asked = request({ asOf: '2026-07-01', generated: 20 })
  const { from: old, to: next, options } = asked
  const [before, after] = await Promise.all([old, next].map(casesReader(PLUGINS)))
  expect([before?.name, after?.name]).toEqual(['smart-healthcare-1/cases.yaml', 'smart-healthcare/cases.yaml'])
  const files = [before, after].filter((one) => one !== null && one !== undefined)
  const steps: (readonly [number, number])[] = []
  const found = await createDiffer()(
    { ...asked, cases: files },
    follow((done, all) => steps.push([done, all])),
  )
  const cases = files.map(({ text, name }) => parseCases(text, name).cases)
  expect(found).toEqual(await diffVersions(old, next, { ...options, cases }))
  expect(found.replays.map(({ source }) => source)).toEqual(['generated', 'cases'])
  expect(steps.map(([, all]) => all)).toEqual(steps.map(() => 3))
  const done = steps.map(([each]) => each)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(done.filter(Number.isInteger)).toEqual([1, 2, 3])
  expect(done.filter((each) => each > 2 && each < 3).length).toBeGreaterThan(3)
})

it('takes the cases that a version was packed with before those of a folder', async () => {
  const { from: old } = request({ asOf: '2026-07-01' })
  const packed = { ...old, bundle: { ...old.bundle, cases: 'cases: []' } }
  expect(await casesReader(PLUGINS)(packed)).toMatchObject({ text: 'cases: []' })
  const elsewhere = { ...old, ref: { ...old.ref, digest: 'sha256:none' } }
  expect(await casesReader(PLUGINS)(elsewhere)).toBeNull()
})

it('passes on what is wrong with golden cases, with file and line', async () => {
  const torn = request({ asOf: '2026-07-01' }, [{ text: 'cases: [', name: 'torn/cases.yaml' }])
  await expect(createDiffer()(torn, follow())).rejects.toThrow(/torn\/cases\.yaml/)
})

it('passes on what a thread that cannot start says, and takes the next comparison', async () => {
  const differ = createDiffer(new URL('data:text/javascript,process.exit(3)'))
  await expect(differ(request({ asOf: '2026-07-01' }), follow())).rejects.toThrow('ANALYSIS_STOPPED')
  await expect(differ(request({ asOf: '2026-07-01' }), follow())).rejects.toThrow('ANALYSIS_STOPPED')
})

it('ends the thread of a comparison that is cancelled, and does not begin one that waits', async () => {
  // A thread that never answers: that its promise fails shows that the thread has ended.
  const script = `import { parentPort } from 'node:worker_threads'
    parentPort.postMessage({ done: 0, steps: 1 })
    setInterval(() => undefined, 1000)`
  const differ = createDiffer(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
  const [first, second] = [new AbortController(), new AbortController()]
  const asked = request({ asOf: '2026-07-01' })
  const running = differ(asked, {
    onStep: () => {
      second.abort()
      first.abort()
    },
    signal: first.signal,
  })
  const waiting = differ(asked, { onStep: () => undefined, signal: second.signal })
  await expect(running).rejects.toThrow('ANALYSIS_STOPPED')
  await expect(waiting).rejects.toThrow('aborted')
})
