import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { FaultError, type Fault } from '@plumbline/kernel'
import { isManifest, manifestJsonSchema, parseManifest } from '@plumbline/plugin-api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  bundleCandidate,
  checkForms,
  FORM_EDITION,
  loadBundle,
  loadCandidates,
  loadPlugins,
  withForm,
  type CachedLoad,
  type Candidate,
  type LoadCache,
  type LoadedPlugin,
  type PluginBundle,
} from '../src/index.ts'
import { edited } from '@plumbline/plugin-host/testing'
import { CORE, STANDARD } from './manifests.ts'
import { PLUGINS } from './paths.ts'

const DEFAULTS = '119390f15fb124d91d40497a8890dd220c62bcec1329ada78094f7f90e85fe0c'

const bundleOf = (manifest: string): PluginBundle => withForm({ files: { 'plugin.yaml': manifest } })
const formText = (bundle: PluginBundle): string => bundle.form ?? ''
/** A form as plain data, for a forger to change. */
const formData = (bundle: PluginBundle): { edition: unknown; manifest: Record<string, unknown> } =>
  JSON.parse(formText(bundle)) as { edition: unknown; manifest: Record<string, unknown> }
const withData = (bundle: PluginBundle, data: unknown): PluginBundle => ({ ...bundle, form: JSON.stringify(data) })

const candidateOf = (bundle: PluginBundle, name: string, cache: LoadCache | null = null): Promise<Candidate> =>
  bundleCandidate({ directory: name, name, bundle, standing: 'copy' }, cache)
const candidatesOf = (bundles: readonly PluginBundle[]): Promise<readonly Candidate[]> =>
  Promise.all(bundles.map((bundle, place) => candidateOf(bundle, `${place}.plb`)))

/** What the thread after a start is given. */
const verdictOn = (plugins: readonly LoadedPlugin[]) =>
  checkForms({
    versions: plugins.map(({ ref, uses, bundle }) => ({ directory: ref.id, name: `${ref.id}.plb`, uses, bundle })),
    used: new Map(plugins.map(({ ref, bundle }) => [ref.digest, bundle])),
  })

function faultsOf(work: () => unknown): readonly Fault[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
}
const codesOf = (work: () => unknown): readonly string[] => faultsOf(work).map(({ code }) => code)

const { plugins: read } = await loadPlugins(PLUGINS)

describe('a form', () => {
  it('belongs to an edition of the schema', () => {
    // What the schema fills in, by place. With another default a form says something else: a change here goes together
    // with a higher edition, or older packages would be refused for not saying it.
    const filled = createHash('sha256').update(defaultsIn(manifestJsonSchema()).sort().join('\n')).digest('hex')
    expect([FORM_EDITION, filled]).toEqual([1, DEFAULTS])
  })

  it('says everything that the manifest says, by another reader of YAML', () => {
    expect(formData(bundleOf(STANDARD)).manifest).toMatchObject(parse(STANDARD) as object)
  })

  it('loads every standard of the repository as its manifest does', async () => {
    const found = await candidatesOf(read.map(({ bundle }) => withForm(bundle)))
    const { plugins, failed } = loadCandidates(found)
    expect(failed).toEqual([])
    for (const { form } of found) form?.accept()
    const plain = ({ ref, uses, catalogue, plan, programs }: LoadedPlugin) => ({ ref, uses, catalogue, plan, programs })
    expect(plugins.map(plain)).toEqual(read.map(plain))
  }, 60_000)

  it('of every standard of the repository stands the full check', () => {
    const { sound, failed } = verdictOn(read.map((plugin) => ({ ...plugin, bundle: withForm(plugin.bundle) })))
    expect([new Set(sound), failed]).toEqual([new Set(read.map(({ ref }) => ref.id)), new Map()])
  }, 60_000)

  it('is not made of a manifest with faults, nor of one that spreads too far', () => {
    expect(bundleOf('id: [').form).toBeUndefined()
    expect(bundleOf(edited(STANDARD, { 'status: draft': 'status: drafty' })).form).toBeUndefined()
    const wide = `&w ${JSON.stringify('x'.repeat(20_000))}`
    const references = Array.from({ length: 60 }, () => '*w').join(', ')
    const spread = CORE.replace('missing: zero', `missing: zero\nmodelledOn: [${wide}, ${references}]`)
    expect(loadBundle({ files: { 'plugin.yaml': spread } }, []).ref.id).toBe('small-core')
    expect(bundleOf(spread).form).toBeUndefined()
  })

  it('leaves the digest alone', async () => {
    const { files } = bundleOf(CORE)
    expect((await candidateOf(bundleOf(CORE), 'x')).digest).toBe((await candidateOf({ files }, 'x')).digest)
  })
})

/** Every default of a JSON Schema with the names that lead to it; alternatives have none. */
function defaultsIn(schema: unknown, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => defaultsIn(one, path))
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, one]) =>
    key === 'default' ? [`${path} ${JSON.stringify(one)}`] : defaultsIn(one, `${path}/${key}`),
  )
}

const core = bundleOf(CORE)
const forged = (change: (manifest: Record<string, unknown>) => void): PluginBundle => {
  const data = formData(core)
  change(data.manifest)
  return withData(core, data)
}
const firstIndicator = (manifest: Record<string, unknown>): Record<string, unknown> =>
  (manifest as { tree: { children: [Record<string, unknown>] } }).tree.children[0]
const OTHER_WEIGHT = { ...core, form: formText(core).replace('"weight":0.4', '"weight":0.5') }

describe('a form that says something else than the manifest', () => {
  it.each<readonly [string, PluginBundle]>([
    ['another weight', OTHER_WEIGHT],
    ['another id', forged((manifest) => (manifest['id'] = 'other-core'))],
    ['another version', forged((manifest) => (manifest['version'] = '9.9.9'))],
    ['a key more', forged((manifest) => (manifest['more'] = 1))],
    ['a version that is none', forged((manifest) => (manifest['version'] = 'latest'))],
    ['a derivation that is none', forged((manifest) => (firstIndicator(manifest)['derive'] = { standards: 7 }))],
    ['weights that do not sum to 1', forged((manifest) => (firstIndicator(manifest)['weight'] = 0.9))],
    ['a number for an endless one', { ...core, form: formText(core).replace('"weight":0.4', '"weight":1e999') }],
    ['a key fewer', forged((manifest) => delete manifest['grades'])],
    ['no tree', forged((manifest) => delete manifest['tree'])],
    ['a tree that is none', forged((manifest) => (manifest['tree'] = 'tree'))],
    ['texts that are none', forged((manifest) => (manifest['title'] = { zh: 1, en: [] }))],
    ['another use', forged((manifest) => (manifest['uses'] = { nobody: '*' }))],
    ['uses that are none', forged((manifest) => (manifest['uses'] = [1]))],
    ['an entry twice', { ...core, form: formText(core).replace('"version":', '"version":"0.0.1","version":') }],
    ['spaces', { ...core, form: `${formText(core)} ` }],
    ['an order of its own', withData(core, { manifest: formData(core).manifest, edition: FORM_EDITION })],
    ['no JSON', { ...core, form: '{"edition":1,' }],
    ['a list', { ...core, form: '[]' }],
    ['nothing', { ...core, form: '' }],
    ['no edition', withData(core, { manifest: formData(core).manifest })],
    ['an edition that is a word', withData(core, { ...formData(core), edition: 'one' })],
    ['a nest without a bottom', { ...core, form: `{"edition":1,"manifest":${'['.repeat(400_000)}` }],
    ['a deep tree', { ...core, form: deep(1) }],
    ['an older edition and another weight', withData(core, { ...JSON.parse(OTHER_WEIGHT.form), edition: 0 })],
  ])('%s', async (_, bundle) => {
    expect(codesOf(() => loadBundle(bundle, []))).toEqual(['BUNDLE_FORM_DIFFERS'])
    // From a start: refused at once, or else nothing can be scored by it and the full check refuses it.
    const { plugins, failed } = loadCandidates([await candidateOf(bundle, 'core.plb')])
    if (plugins.length === 0) expect(failed[0]?.faults.map(({ code }) => code)).toEqual(['BUNDLE_FORM_DIFFERS'])
    for (const plugin of plugins) {
      expect(codesOf(() => plugin.plan)).toEqual(['BUNDLE_FORM_DIFFERS'])
      expect(codesOf(() => plugin.plan)).toEqual(['BUNDLE_FORM_DIFFERS'])
      const verdict = verdictOn(plugins)
      expect(verdict.sound).toEqual([])
      expect(verdict.failed.get(plugin.ref.id)?.map(({ code }) => code)).toEqual(['BUNDLE_FORM_DIFFERS'])
    }
  })

  it('is told with file, line and place', () => {
    expect(faultsOf(() => loadBundle(OTHER_WEIGHT, [], { name: 'core.plb' }))[0]?.at).toEqual({
      file: 'core.plb/plugin.yaml',
      line: CORE.split('\n').findIndex((line) => line.includes('weight: 0.4')) + 1,
      column: 15,
      path: 'tree/readiness/weight',
      id: 'readiness',
    })
  })

  it('takes down what is built on it, and nothing else', async () => {
    const other = edited(CORE, { 'id: small-core': 'id: other-core' })
    const found = await candidatesOf([OTHER_WEIGHT, bundleOf(other), bundleOf(STANDARD)])
    const { plugins } = loadCandidates(found)
    expect(plugins.map(({ ref }) => ref.id)).toEqual(['other-core', 'small', 'small-core'])
    const verdict = verdictOn(plugins)
    expect(verdict.sound).toEqual(['other-core'])
    expect([...verdict.failed.keys()]).toEqual(['small-core'])
  })

  it('does not hide what is wrong with the manifest itself', async () => {
    const bad = edited(CORE, { 'status: draft': 'status: drafty' })
    const bundle = { files: { 'plugin.yaml': bad }, form: formText(core) }
    expect(codesOf(() => loadBundle(bundle, []))).toEqual(['MANIFEST_VALUE'])
    const { plugins } = loadCandidates([await candidateOf(bundle, 'core.plb')])
    expect(
      verdictOn(plugins)
        .failed.values()
        .next()
        .value?.map(({ code }) => code),
    ).toEqual(['MANIFEST_VALUE'])
  })
})

/** As many branches, one in the other, as a megabyte holds. */
function deep(edition: number): string {
  const { manifest } = formData(core)
  const [open, close] = ['{"id":"a","zh":"a","en":"a","weight":1,"children":[', ']}']
  const depth = 10_000
  return JSON.stringify({ edition, manifest: { ...manifest, tree: 'TREE' } }).replace(
    '"TREE"',
    `${open.repeat(depth)}${close.repeat(depth)}`,
  )
}

describe('a quick look at a form', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('', 'x', '1.0.0', 0, -1, 0.5, 101, 7, true, null, [], {}, [[0, 1]], { zh: '一', en: 'One' }),
    fc.constantFrom({ method: 'arithmetic' }, { method: 'rank' }, { method: 'rank', ties: 'min' }, 'zero', 'number'),
  )
  const manifests = [CORE, STANDARD, ...read.map(({ bundle }) => bundle.files['plugin.yaml'] ?? '')].map(
    (text) => formData(bundleOf(text)).manifest,
  )

  it('takes every manifest of the repository', () => {
    expect(manifests.filter((manifest) => !isManifest(manifest))).toEqual([])
  })

  it('says what the schema says, of a manifest with anything anywhere', () => {
    const places = manifests.map((manifest) => ({ manifest, paths: pathsOf(manifest) }))
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.option(value), fc.boolean(), (which, where, other, added) => {
        const { manifest, paths } = places[which % places.length] ?? { manifest: {}, paths: [] }
        const changed = structuredClone(manifest)
        const path = paths[where % paths.length] ?? []
        const owner = path.slice(0, -1).reduce<unknown>((here, step) => Reflect.get(Object(here), step), changed)
        const key = added && !Array.isArray(owner) ? 'added' : (path.at(-1) ?? '')
        if (other === null && !Array.isArray(owner)) Reflect.deleteProperty(Object(owner), key)
        else Reflect.set(Object(owner), key, other)
        const { manifest: parsed } = parseManifest(changed)
        expect(isManifest(changed)).toBe(parsed !== null && isDeepStrictEqual(parsed, changed))
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})

/** Every place of a value but the top. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    return [here, ...pathsOf(one, here)]
  })
}

describe('a form of another edition', () => {
  const without = (key: string): unknown => {
    const { manifest } = formData(core)
    return { edition: 0, manifest: Object.fromEntries(Object.entries(manifest).filter(([own]) => own !== key)) }
  }

  it('is filled up by the schema of this one', async () => {
    const bundle = withData(core, without('example'))
    const { plugins } = loadCandidates([await candidateOf(bundle, 'core.plb')])
    const [plugin] = plugins
    expect(plugin?.catalogue).toEqual(loadBundle(core, []).catalogue)
    expect(verdictOn(plugins).sound).toHaveLength(1)
  })

  it.each<readonly [string, PluginBundle]>([
    [
      'knows keys that nobody here knows',
      withData(core, { edition: 7, manifest: { ...formData(core).manifest, x: 1 } }),
    ],
    ['is nested too deep to be read', { ...core, form: deep(7) }],
  ])('is left aside where it %s', async (_, bundle) => {
    const candidate = await candidateOf(bundle, 'core.plb')
    expect(candidate.form).toBeUndefined()
    expect(loadCandidates([candidate]).plugins[0]?.plan).toEqual(loadBundle(core, []).plan)
  })
})

describe('a version that was loaded from its form', () => {
  function notes(): LoadCache & { readonly kept: Map<string, CachedLoad> } {
    const kept = new Map<string, CachedLoad>()
    return { kept, read: async (digest) => kept.get(digest) ?? null, write: (digest, load) => kept.set(digest, load) }
  }

  it('is kept for the next start once it was checked, and not before', async () => {
    const cache = notes()
    const candidate = await candidateOf(core, 'core.plb', cache)
    const [plugin] = loadCandidates([candidate]).plugins
    expect([cache.kept.size, candidate.form?.isChecked()]).toEqual([0, false])
    candidate.form?.accept()
    expect([cache.kept.size, candidate.form?.isChecked()]).toEqual([1, true])
    expect(plugin?.plan).toEqual(loadBundle(core, []).plan)
    const again = await candidateOf(core, 'core.plb', cache)
    expect(again.form).toBeUndefined()
    expect(loadCandidates([again]).plugins[0]?.catalogue).toEqual(plugin?.catalogue)
  })

  it('is checked by the first use of its plan', async () => {
    const cache = notes()
    const candidate = await candidateOf(core, 'core.plb', cache)
    const [plugin] = loadCandidates([candidate]).plugins
    expect(plugin?.plan).toEqual(loadBundle(core, []).plan)
    expect([cache.kept.size, candidate.form?.isChecked()]).toEqual([1, true])
  })

  it('is not kept where the check fails', async () => {
    const cache = notes()
    const candidate = await candidateOf(OTHER_WEIGHT, 'core.plb', cache)
    const [plugin] = loadCandidates([candidate]).plugins
    expect(codesOf(() => plugin?.plan)).toEqual(['BUNDLE_FORM_DIFFERS'])
    expect([cache.kept.size, candidate.form?.isChecked()]).toEqual([0, false])
  })

  it('is read in full where what it uses is absent, and says so at its line', async () => {
    const { failed } = loadCandidates([await candidateOf(bundleOf(STANDARD), 'small.plb')])
    expect(failed[0]?.faults[0]).toMatchObject({ code: 'PLUGIN_USED_ABSENT', at: { file: 'small.plb/plugin.yaml' } })
    expect(failed[0]?.faults[0]?.at.line).toBeGreaterThan(1)
  })
})
