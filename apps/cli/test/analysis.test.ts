/** `plumbline uncertainty`, `sensitivity`, `audit`, `explain` and `weights`, run as a user runs them. */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { plumbline, repository, scratch } from './cli.ts'
import { csvOf, sampleOf, sampleRows } from './samples.ts'

const PLUGIN = 'smart-retail'
const directory = await scratch()
const file = (name: string, text: string): Promise<void> => writeFile(path.join(directory, name), text)
/** What stands on standard output is one object; the tests know its form. */
const objectOf = (text: string) =>
  JSON.parse(text) as Record<string, never> & { readonly report: { readonly kind: string } }

/** Golden cases again and again under other keys: enough units to rank. */
beforeAll(async () => {
  const [header = [], ...rows] = sampleRows(await sampleOf(PLUGIN), 'id')
  const many = [1, 2, 3].flatMap((copy) => rows.map(([unit, ...rest]) => [`${String(unit)}-${copy}`, ...rest]))
  await file('data.csv', csvOf([header, ...many]))
})

const run = (...args: readonly string[]) => plumbline(args, { directory })

describe('uncertainty', () => {
  it('gives the same object for any number of threads, with all that decides it, and progress on the error stream', async () => {
    const ask = (workers: string) =>
      run('uncertainty', PLUGIN, 'data.csv', '--draws', '120', '--seed', '9', '--json', '--workers', workers)
    const [one, three] = [await ask('1'), await ask('3')]
    expect(one.code).toBe(0)
    expect(one.stderr).toContain('已完成 120 / 120（100%）')
    expect(three.stdout).toBe(one.stdout)
    expect(objectOf(one.stdout)).toMatchObject({
      plugin: { id: PLUGIN },
      job: { kind: 'uncertainty', seed: 9, draws: 120 },
      report: { kind: 'uncertainty', seed: 9, draws: 120 },
    })
    expect((await run('uncertainty', PLUGIN, 'data.csv', '--draws', '120', '--seed', '8', '--json')).stdout).not.toBe(
      one.stdout,
    )
  })

  it('reads a specification from a file, and prints a table for people', async () => {
    await file('spec.yaml', 'weights:\n  - { kind: dirichlet, branches: all, concentration: 50 }\n')
    const { code, stdout } = await run('uncertainty', PLUGIN, 'data.csv', '--draws', '40', '--spec', 'spec.yaml')
    expect(code).toBe(0)
    expect(stdout).toContain('90% 区间')
    expect(stdout).toContain('模拟 40 次，种子 1')
  })

  it('refuses a specification with all its faults, naming the nearest node, and what is no specification', async () => {
    await file('wrong.yaml', 'weights:\n  - { kind: uniform, branches: [rooot], spread: 2 }\n')
    const wrong = await run('uncertainty', PLUGIN, 'data.csv', '--spec', 'wrong.yaml', '--json')
    expect(wrong.code).toBe(1)
    expect(objectOf(wrong.stdout)).toMatchObject({
      faults: [
        { code: 'UNCERTAINTY_UNKNOWN_NODE', at: { id: 'rooot' }, params: { nearest: ['root'] } },
        { code: 'UNCERTAINTY_SPREAD' },
      ],
    })
    await file('other.yaml', 'wieghts: []\n')
    expect((await run('uncertainty', PLUGIN, 'data.csv', '--spec', 'other.yaml')).stderr).toContain('wieghts')
    await file('broken.yaml', 'weights: [\n')
    expect((await run('uncertainty', PLUGIN, 'data.csv', '--spec', 'broken.yaml')).stderr).toContain('broken.yaml:')
    expect((await run('uncertainty', PLUGIN, 'data.csv', '--draws', 'many')).code).toBe(2)
    expect((await run('uncertainty', PLUGIN, 'data.csv', '--period', '1999')).code).toBe(2)
  })

  it('is stopped by Ctrl+C: exit code 130, and nothing on standard output', async () => {
    const door = path.join(repository, 'apps/cli/plumbline.mjs')
    const args = [door, 'uncertainty', PLUGIN, 'data.csv', '--draws', '4000000', '--json']
    const child = spawn(process.execPath, args, {
      cwd: directory,
      env: { PATH: process.env['PATH'] ?? '', LANG: 'en' },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString()
        if (stderr.includes('done')) resolve()
      })
      child.on('close', () => resolve())
    })
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(stderr).toContain('Cancelled; there is no result.')
    expect(stdout).toBe('')
  })
})

it('sensitivity: factors, removals and weights', async () => {
  const json = await run('sensitivity', PLUGIN, 'data.csv', '--base', '4', '--top', '3', '--json')
  expect(json.code).toBe(0)
  expect(objectOf(json.stdout)).toMatchObject({ report: { kind: 'sensitivity', base: 4, top: 3 } })
  const { stdout } = await run('sensitivity', PLUGIN, 'data.csv', '--base', '4', '--top', '3', '--lang', 'en')
  for (const head of ['Factors', 'One indicator left out', 'Swap at']) expect(stdout).toContain(head)
})

it('audit: findings, weights and correlations', async () => {
  const { code, stdout } = await run('audit', PLUGIN, 'data.csv')
  expect(code).toBe(0)
  expect(stdout).toContain('名义权重与实际权重')
  expect(objectOf((await run('audit', PLUGIN, 'data.csv', '--json')).stdout)).toMatchObject({
    report: { kind: 'audit' },
  })
})

describe('explain', () => {
  it('tells waterfall, strengths and routes, and keeps to the locks', async () => {
    const text = await run('explain', PLUGIN, 'data.csv', 'weak-1')
    expect(text.code).toBe(0)
    for (const head of ['为什么是这个分数', '强项与弱项', '提升路径']) expect(text.stdout).toContain(head)
    const told = async (...more: readonly string[]) =>
      JSON.parse((await run('explain', PLUGIN, 'data.csv', 'weak-1', '--json', ...more)).stdout) as {
        readonly waterfall: {
          readonly baseline: number
          readonly score: number
          readonly bars: readonly { readonly points: number }[]
        }
        readonly routes: { readonly routes: readonly { readonly steps: readonly { readonly id: string }[] }[] }
      }
    const { waterfall, routes } = await told()
    const sum = waterfall.bars.reduce((all, { points }) => all + points, waterfall.baseline)
    expect(sum).toBeCloseTo(waterfall.score, 6)
    const step = routes.routes[0]?.steps[0]?.id
    if (step !== undefined) {
      const locked = await told('--lock', step)
      expect(locked.routes.routes.flatMap(({ steps }) => steps.map(({ id }) => id))).not.toContain(step)
    }
  })

  it('names the nearest unit, baseline and indicator', async () => {
    const unit = await run('explain', PLUGIN, 'data.csv', 'waek-1')
    expect(unit.code).toBe(2)
    expect(unit.stderr).toContain('weak-1')
    expect((await run('explain', PLUGIN, 'data.csv', 'weak-1', '--baseline', 'best')).stderr).toContain('full-marks')
    expect((await run('explain', PLUGIN, 'data.csv', 'weak-1', '--baseline', 'previous')).code).toBe(2)
    const lock = await run('explain', PLUGIN, 'data.csv', 'weak-1', '--lock', 'sku-data-qualty')
    expect(lock.code).toBe(1)
    expect(lock.stderr).toContain('sku-data-quality')
  })
})

describe('weights', () => {
  it('AHP: weights, consistency, the worst pair and its repair', async () => {
    // a is 3 b, b is 3 c, and yet a only 1 c: all three contradict alike, and the first is named. The others imply 1/3 for it.
    await file('ahp.yaml', 'method: ahp\nitems: [a, b, c]\njudgements: [[1, 3, 1], [1/3, 1, 3], [1, 1/3, 1]]\n')
    const { code, stdout } = await run('weights', 'ahp.yaml', '--json')
    expect(code).toBe(0)
    expect(objectOf(stdout)).toMatchObject({
      method: 'ahp',
      worst: { row: 0, column: 1, given: 3, implied: expect.closeTo(1 / 3, 9) as number },
    })
    const text = (await run('weights', 'ahp.yaml')).stdout
    expect(text).toContain('判断自相矛盾')
    expect(text).toContain('CR = 0.0000')
  })

  it('best-worst, budget, rank order, entropy', async () => {
    await file(
      'bwm.yaml',
      'method: best-worst\nitems: [a, b, c]\nbest: a\nworst: c\nbestToOthers: [1, 2, 8]\nothersToWorst: [8, 4, 1]\n',
    )
    // 8 : 4 : 1, fully consistent.
    expect(objectOf((await run('weights', 'bwm.yaml', '--json')).stdout)).toMatchObject({
      weights: { a: 8 / 13 },
      xi: 0,
    })
    await file('budget.json', '{"method":"budget","items":["a","b"],"points":[[60,40],[20,80]]}')
    expect(objectOf((await run('weights', 'budget.json', '--json')).stdout)).toMatchObject({
      weights: { a: 0.4, b: expect.closeTo(0.6, 12) as number },
    })
    await file('rank.yaml', 'method: rank-order\nitems: [a, b]\nranks: [1, 2]\n')
    expect(objectOf((await run('weights', 'rank.yaml', '--json')).stdout)).toMatchObject({
      weights: { a: 0.75, b: 0.25 },
    })
    await file('entropy.yaml', 'method: entropy\ncolumns: { a: [1, 1, 2], b: [5, 5, 5] }\n')
    const entropy = await run('weights', 'entropy.yaml')
    expect(entropy.stdout).toContain('1.0000')
    expect(entropy.stdout).toContain('b：取值没有差异')
  })

  it('refuses what does not fit: form, items, a name', async () => {
    await file('none.yaml', 'method: ahp\nitems: [a, b]\n')
    expect((await run('weights', 'none.yaml')).stderr).toContain('没有判断矩阵')
    await file('differ.yaml', 'method: ahp\nitems: [a, b]\njudgements: [[1, 1, 1], [1, 1, 1], [1, 1, 1]]\n')
    expect((await run('weights', 'differ.yaml')).stderr).toContain('3')
    await file(
      'name.yaml',
      'method: best-worst\nitems: [alpha, beta]\nbest: alhpa\nworst: beta\nbestToOthers: [1, 2]\nothersToWorst: [2, 1]\n',
    )
    expect((await run('weights', 'name.yaml')).stderr).toContain('alpha')
    await file('method.yaml', 'method: magic\nitems: [a]\n')
    expect((await run('weights', 'method.yaml')).code).toBe(1)
  })
})
