import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { loadPlugins } from '@plumbline/plugin-host'
import { diffVersions, readCases } from '@plumbline/testkit'
import { expect, it } from 'vitest'
import { createDiffer } from './differ.ts'

const { plugins } = await loadPlugins(path.resolve(import.meta.dirname, '../../../../plugins'))
const [from, to] = plugins.filter(({ ref }) => ref.id === 'smart-healthcare')

it('compares in a thread as in place, and says how far it is', async () => {
  if (!from || !to) throw new Error('two versions of smart healthcare are supplied')
  const options = { asOf: '2026-07-01', generated: 20 }
  const steps: (readonly [number, number])[] = []
  const found = await createDiffer()({ from, to, options }, (done, all) => steps.push([done, all]))
  expect(found).toEqual(await diffVersions(from, to, options))
  expect(steps).toEqual([
    [1, 2],
    [2, 2],
  ])
})

it('replays the golden cases that came with packed versions', async () => {
  if (!from || !to) throw new Error('two versions of smart healthcare are supplied')
  const folder = path.resolve(import.meta.dirname, '../../../../plugins/smart-healthcare')
  const text = await readFile(path.join(folder, 'cases.yaml'), 'utf8')
  const packed = { ...to, bundle: { ...to.bundle, cases: text } }
  const options = { asOf: '2026-07-01', generated: 2, shares: false }
  const { replays } = await createDiffer()({ from, to: packed, options }, () => undefined)
  const { cases } = await readCases(folder, 'smart-healthcare')
  expect(replays.map(({ source }) => source)).toEqual(['generated', 'cases'])
  expect(replays).toEqual((await diffVersions(from, to, { ...options, cases: [cases] })).replays)
})

it('passes on what a thread that cannot start says, and takes the next comparison', async () => {
  if (!from || !to) throw new Error('two versions of smart healthcare are supplied')
  const differ = createDiffer(new URL('data:text/javascript,process.exit(3)'))
  const request = { from, to, options: { asOf: '2026-07-01' } }
  await expect(differ(request, () => undefined)).rejects.toThrow('ANALYSIS_STOPPED')
  await expect(differ(request, () => undefined)).rejects.toThrow('ANALYSIS_STOPPED')
})
