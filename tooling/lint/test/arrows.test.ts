import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { APPS, ARROWS, PACKAGES } from './arrows.ts'
import { lintProbes, oxlint, ROOT } from './probe.ts'

interface Probe {
  readonly says: string
  readonly path: string
  readonly source: string
  readonly allowed: boolean
}

const RESTRICTED = /no-restricted-imports|no-nodejs-modules/
let serial = 0
const probe = (folder: string, source: string, allowed: boolean): Probe => ({
  says: `${folder}: ${source} ${allowed ? 'passes' : 'fails'}`,
  path: `${folder}/probe-${serial++}.ts`,
  source: `${source}\n`,
  allowed,
})

/** The plain JavaScript that an app is started by. */
const door = (source: string, allowed: boolean): Probe => {
  const { path, ...rest } = probe('apps/cli', source, allowed)
  return { ...rest, path: path.replace('.ts', '.mjs') }
}

/** Every pair of the house, one file each. */
const matrix = ARROWS.flatMap(({ folder, imports, types = [] }) =>
  [...PACKAGES, ...APPS, 'some-sector', 'another-sector']
    .filter((name) => !folder.endsWith(`/${name}`))
    .flatMap((name) => [
      probe(`${folder}/src`, `export { x } from '@plumbline/${name}'`, imports.includes(name)),
      probe(
        `${folder}/src`,
        `export type { X } from '@plumbline/${name}'`,
        imports.includes(name) || types.includes(name),
      ),
    ]),
)

const others = [
  probe('packages/kernel/src', `import { readFileSync } from 'node:fs'; export const a = readFileSync`, false),
  probe('packages/kernel/src', `import path from 'path'; export const a = path`, false),
  probe('packages/kernel/src', `import { z } from 'zod'; export const a = z`, false),
  probe('packages/kernel/src', `export { fault } from './errors.ts'`, true),
  probe('packages/kernel/src/deep/er', `export { fault } from '../../errors.ts'`, true),
  probe('packages/kernel/test', `import { expect } from 'vitest'; export const a = expect`, true),
  probe('packages/i18n/src', `import { readFileSync } from 'node:fs'; export const a = readFileSync`, false),
  probe('apps/web/src/league', `import { readFileSync } from 'node:fs'; export const a = readFileSync`, false),
  probe('apps/web/src/league', `import type { League } from '@plumbline/api/contract'; export type A = League`, true),
  probe('apps/web/src/league', `import { x } from '@plumbline/api/contract'; export const a = x`, false),
  probe('packages/intake/src', `import { readFileSync } from 'node:fs'; export const a = readFileSync`, true),
  probe('packages/api/src', `export { x } from '@plumbline/kernel/src/errors.ts'`, false),
  probe('packages/api/src', `export { x } from '../../kernel/src/errors.ts'`, false),
  probe('packages/api/src/routers', `export { x } from '../../../kernel/src/errors.ts'`, false),
  probe('packages/api/test', `export { x } from '../../kernel/src/errors.ts'`, false),
  probe('packages/api/test', `export { x } from '../src/contract.ts'`, true),
  probe('packages/api/test', `export { x } from '@plumbline/db/testing'`, true),
  probe('packages/api/test', `export { x } from '@plumbline/server'`, false),
  probe('packages/api/src', `export { x } from '@plumbline/db/testing'`, false),
  probe('plugins/some-sector', `export { x } from '@plumbline/another-sector'`, false),
  probe('plugins/some-sector', `export { x } from '../another-sector/src/x.ts'`, false),
  probe('plugins/some-sector', `export { x } from '../../plugins/another-sector/x.ts'`, false),
  probe('apps/cli/src', `export { x } from '../../server/src/start.ts'`, false),
  probe('tooling/bench/src', `export { x } from '@plumbline/api'`, true),
  probe('tooling/bench/src', `export { x } from '@plumbline/server'`, false),
  probe('packages/demo/src', `export const a = import('@plumbline/db')`, false),
  door(`export { onOwnNode } from '../../tooling/node/run.mjs'`, true),
  door(`export { x } from '@plumbline/kernel'`, false),
  door(`export { x } from '../../packages/kernel/src/index.ts'`, false),
]

describe('import arrows', () => {
  const probes = [...matrix, ...others]
  const found = lintProbes(new Map(probes.map(({ path, source }) => [path, source])))

  it.each(probes)('$says', ({ path, allowed }) => {
    const refusals = found.get(path)?.filter(({ code }) => RESTRICTED.test(code)) ?? []
    expect(refusals.length === 0).toBe(allowed)
  })

  it('hold in the tree', () => {
    // The overrides of the arrows stay; everything else, and with it the need for types, is off.
    expect(oxlint(ROOT, ['-A', 'all']).filter(({ code }) => RESTRICTED.test(code))).toEqual([])
  })
})

describe('package.json', () => {
  const names = (record: unknown): string[] =>
    typeof record === 'object' && record !== null
      ? Object.keys(record).filter((name) => name.startsWith('@plumbline/'))
      : []
  const manifest = (folder: string): Record<string, unknown> =>
    // The file is the repository's own; its form is pnpm's business.
    JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Record<string, unknown>

  it.each(ARROWS.filter(({ folder }) => folder !== 'plugins/some-sector'))(
    '$folder depends along the arrows',
    ({ folder, imports, types = [] }) => {
      const allowed = [...imports, ...types].map((name) => `@plumbline/${name}`)
      expect(names(manifest(folder)['dependencies']).filter((name) => !allowed.includes(name))).toEqual([])
    },
  )

  it('of every package and app is in the table', () => {
    const folders = ['packages', 'apps'].flatMap((parent) =>
      readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`),
    )
    const named = ARROWS.map(({ folder }) => folder)
    expect(folders.filter((folder) => !named.includes(folder) && folder !== 'apps/docs')).toEqual([])
  })
})
