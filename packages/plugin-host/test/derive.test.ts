import { FaultError } from '@plumbline/kernel'
import { bundle, edited, lineOf } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { loadBundle, loadPlugins } from '../src/index.ts'
import { folder } from './folders.ts'
import { CORE, STANDARD } from './manifests.ts'

const deriving = (...standards: readonly string[]): string =>
  `derive: { statistic: mean, of: score, standards: [${standards.join(', ')}] }\n      source: self`

const named = (id: string, ...standards: readonly string[]): string =>
  edited(STANDARD, {
    'id: small\n': `id: ${id}\n`,
    ...(standards.length > 0 ? { 'source: self': deriving(...standards) } : {}),
  })

const codesOf = (text: string): readonly (readonly [number | undefined, string])[] => {
  try {
    loadBundle(bundle(text), [loadBundle(bundle(CORE), [])])
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ at, code }) => [at.line, code])
    throw error
  }
}

describe('a derived indicator', () => {
  it('stands in the catalogue, with five units at least where nothing is said', () => {
    const { catalogue } = loadBundle(bundle(named('area', 'small', 'other')), [loadBundle(bundle(CORE), [])])
    expect(catalogue.nodes.find(({ id }) => id === 'coverage')).toMatchObject({
      derive: { statistic: 'mean', of: 'score', standards: ['small', 'other'], minUnits: 5 },
    })
  })

  it('is a measure, has no formula, and is not taken from the standard itself', () => {
    const own = named('area', 'area')
    expect(codesOf(own)).toEqual([[lineOf(own, 'derive:'), 'PLUGIN_DERIVE_CYCLE']])
    const formula = edited(named('area', 'small'), { 'source: self': 'value: 1 + 1\n      source: self' })
    expect(codesOf(formula).map(([, code]) => code)).toContain('PLUGIN_DERIVE_FORMULA')
    const truth = edited(named('area', 'small'), {
      'type: ratio': 'type: boolean',
      'normalise: { method: goalposts, worst: 0, best: 100 }':
        'normalise: { method: boolean, whenTrue: 100, whenFalse: 0 }',
    })
    expect(codesOf(truth).map(([, code]) => code)).toContain('PLUGIN_DERIVE_TYPE')
  })
})

describe('standards that take values from each other', () => {
  it('in a circle are refused, each with the circle, and take nothing else down', async () => {
    const { plugins, failed } = await loadPlugins(
      folder({
        'core/plugin.yaml': CORE,
        'a/plugin.yaml': named('alpha', 'beta'),
        'b/plugin.yaml': named('beta', 'gamma', 'plain'),
        'c/plugin.yaml': named('gamma', 'alpha'),
        'd/plugin.yaml': named('delta', 'alpha'),
        'p/plugin.yaml': named('plain'),
      }),
    )
    expect(plugins.map(({ ref }) => ref.id)).toEqual(['delta', 'plain', 'small-core'])
    expect(failed.map(({ id, faults }) => [id, faults.map(({ code, params }) => [code, params['cycle']])])).toEqual([
      ['alpha', [['PLUGIN_DERIVE_CYCLE', ['alpha', 'beta', 'gamma', 'alpha']]]],
      ['beta', [['PLUGIN_DERIVE_CYCLE', ['beta', 'gamma', 'alpha', 'beta']]]],
      ['gamma', [['PLUGIN_DERIVE_CYCLE', ['gamma', 'alpha', 'beta', 'gamma']]]],
    ])
  })
})
