import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { plumbline, repository, scratch } from './cli.ts'

const directory = await scratch()

/** The standard of the guide about code indicators: its first file of each name. */
async function guide(): Promise<void> {
  const page = await readFile(path.join(repository, 'apps/docs/authors/en/code-indicators.md'), 'utf8')
  const written = new Set<string>()
  for (const [, name = '', text = ''] of page.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)```/g)) {
    if (written.has(name)) continue
    written.add(name)
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true })
    await writeFile(path.join(directory, name), text)
  }
}

await guide()

it('mutate runs the program of a standard: what its cases do not notice is the grade line alone', async () => {
  const { code, stdout } = await plumbline(['mutate', 'plugins/model-mix', '--lang', 'en'], { directory })
  // No case scores between 48 and 50: the line alone can be moved unseen.
  expect(stdout).toContain('L2: Line of grade “Level two”, 50 made 48: no case notices.')
  expect(stdout).toContain('5 changes: 4 noticed by a case, 1 by none, 0 that cannot be noticed.')
  expect(code).toBe(1)
})

it('diff runs the program of each version', async () => {
  const next = path.join(directory, 'next/model-mix')
  await cp(path.join(directory, 'plugins/model-mix'), next, { recursive: true })
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(path.join(next, file), 'utf8')
    expect(text).toContain(from)
    await writeFile(path.join(next, file), text.replace(from, to))
  }
  await edit('plugin.yaml', 'version: 0.1.0', 'version: 0.2.0')
  // The largest share's reciprocal: of 900, 50 and 50 that is 1.111111, and 5.5556 points.
  await edit(
    'code/diversity.ts',
    '1 / calls.reduce((sum, one) => sum + (one / all) ** 2, 0)',
    'all / Math.max(...calls)',
  )
  const args = ['diff', 'plugins/model-mix', 'next/model-mix', '--data', 'data.csv', '--json']
  const { code, stdout } = await plumbline(args, { directory })
  expect(code).toBe(0)
  const { least, changes, replays, shares } = JSON.parse(stdout)
  expect(least).toBe('major')
  expect(changes.map(({ code: one }: { code: string }) => one)).toContain('CHANGE_PROGRAM')
  expect(replays.find(({ source }: { source: string }) => source === 'data')).toMatchObject({ changed: 1, refused: 0 })
  // The program alone changed: the difference of every row is its own, and that of two is nothing.
  const { moved } = replays.find(({ source }: { source: string }) => source === 'data')
  expect(shares.map(({ id }: { id: string }) => id)).toEqual(['program:model-mix/code/diversity.ts'])
  const [first, ...others] = shares[0].rows
  expect(first.unit).toBe(moved[0].unit)
  expect(first.share).toBeCloseTo(moved[0].after.score - moved[0].before.score, 9)
  expect(others.map(({ share }: { share: number }) => share)).toEqual([0, 0])
})
