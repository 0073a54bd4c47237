import { basename } from 'node:path'
import { edited } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { createRegistry, discoverPlugins, loadPlugins } from '../src/index.ts'
import { folder } from './folders.ts'
import { CORE, STANDARD } from './manifests.ts'

const versionOf = (text: string, version: string): string => text.replace(/^version: .*$/m, `version: ${version}`)

describe('loading a folder of plugins', () => {
  it('finds the folders that have a manifest', async () => {
    const directory = folder({
      'b/plugin.yaml': CORE,
      'a/plugin.yaml': STANDARD,
      'c/notes.md': '',
      '.d/plugin.yaml': CORE,
      'plugin.yaml': CORE,
    })
    expect((await discoverPlugins(directory)).map((path) => basename(path))).toEqual(['a', 'b'])
    expect(await discoverPlugins(`${directory}/nowhere`)).toEqual([])
  })

  it('loads what is used before what uses it, whatever the folders are called', async () => {
    const { plugins, failed } = await loadPlugins(folder({ 'a/plugin.yaml': STANDARD, 'z/plugin.yaml': CORE }))
    expect(failed).toEqual([])
    const standard = createRegistry(plugins).get('small', '0.1.0')
    const core = createRegistry(plugins).get('small-core', '1.2.0')
    expect(standard?.uses).toEqual([core?.ref])
    expect(standard?.catalogue.core).toEqual({ ...core?.ref, node: 'core' })
    expect(core?.catalogue.core).toEqual({ ...core?.ref, node: 'core' })
  })

  it('keeps the others when one fails, and names what it took with it', async () => {
    const { plugins, failed } = await loadPlugins(
      folder({
        'bad/plugin.yaml': edited(CORE, { 'id: small-core': 'id: bad-core', 'status: draft': 'status: drafty' }),
        'core/plugin.yaml': CORE,
        'good/plugin.yaml': STANDARD,
        'on-bad/plugin.yaml': edited(STANDARD, {
          'id: small\n': 'id: on-bad\n',
          'small-core: ^1.0.0': 'bad-core: ^1.0.0',
          'ref: small-core': 'ref: bad-core',
        }),
        'unreadable/plugin.yaml': 'a: [',
      }),
    )
    expect(plugins.map(({ ref }) => ref.id)).toEqual(['small', 'small-core'])
    expect(failed.map(({ directory, id, faults }) => [basename(directory), id, faults.map((one) => one.code)])).toEqual(
      [
        ['bad', 'bad-core', ['MANIFEST_VALUE']],
        ['unreadable', null, ['YAML_BAD_INDENT']],
        ['on-bad', 'on-bad', ['PLUGIN_USED_FAILED']],
      ],
    )
    expect(failed[0]?.faults[0]?.at.file).toMatch(/\/bad\/plugin\.yaml$/)
  })

  it('tells a circle of uses, and loads what stands outside it', async () => {
    const using = (id: string, other: string): string =>
      edited(CORE, { 'id: small-core': `id: ${id}`, 'missing: zero': `missing: zero\nuses: { ${other}: '*' }` })
    const { plugins, failed } = await loadPlugins(
      folder({ 'a/plugin.yaml': using('a', 'b'), 'b/plugin.yaml': using('b', 'a'), 'c/plugin.yaml': CORE }),
    )
    expect(plugins.map(({ ref }) => ref.id)).toEqual(['small-core'])
    expect(failed.map(({ id, faults }) => [id, faults.map((one) => [one.code, one.params['cycle']])])).toEqual([
      ['a', [['PLUGIN_USES_CYCLE', ['a', 'b', 'a']]]],
      ['b', [['PLUGIN_USES_CYCLE', ['b', 'a', 'b']]]],
    ])
  })

  it('keeps versions side by side, resolves the highest in range, and refuses a version twice', async () => {
    const { plugins, failed } = await loadPlugins(
      folder({
        'core-1.2/plugin.yaml': CORE,
        'core-1.10/plugin.yaml': versionOf(CORE, '1.10.0'),
        'core-2/plugin.yaml': versionOf(CORE, '2.0.0'),
        'core-3/plugin.yaml': versionOf(CORE, '3.0.0-cd.1'),
        'core-again/plugin.yaml': `${CORE}# again\n`,
        'small/plugin.yaml': STANDARD,
      }),
    )
    const registry = createRegistry(plugins)
    expect(plugins.map(({ ref }) => ref.version)).toEqual(['0.1.0', '1.2.0', '1.10.0', '2.0.0', '3.0.0-cd.1'])
    expect(registry.resolve('small-core', '^1.0.0')?.ref.version).toBe('1.10.0')
    expect(registry.resolve('small-core')?.ref.version).toBe('2.0.0')
    expect(registry.resolve('small-core', '^4')).toBeUndefined()
    expect(registry.resolve('nobody')).toBeUndefined()
    expect(registry.get('small', '0.1.0')?.uses.map(({ version }) => version)).toEqual(['1.10.0'])
    expect(failed.map(({ directory, faults }) => [basename(directory), faults.map((one) => one.code)])).toEqual([
      ['core-again', ['PLUGIN_VERSION_TWICE']],
    ])
  })
})
