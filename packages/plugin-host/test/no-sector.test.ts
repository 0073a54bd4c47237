import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { discoverPlugins } from '../src/index.ts'
import { PLUGINS, ROOT } from './paths.ts'

/** Code that must work for any standard; plugins are found, never named. */
const NEUTRAL = 'packages/{kernel,plugin-api,plugin-host,intake,db,api}/src/**/*.ts'

it('names no plugin in the code that runs all of them', async () => {
  const ids = (await discoverPlugins(PLUGINS)).map((path) => path.split('/').at(-1) ?? '')
  const files = globSync(NEUTRAL, { cwd: ROOT }).filter((path) => !path.endsWith('.test.ts'))
  expect(ids.length).toBeGreaterThan(10)
  expect(files.length).toBeGreaterThan(20)
  const named = files.flatMap((path) => {
    const code = readFileSync(join(ROOT, path), 'utf8')
    return ids.filter((id) => code.includes(id)).map((id) => `${path}: ${id}`)
  })
  expect(named).toEqual([])
})
