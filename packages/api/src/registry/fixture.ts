import {
  generateKeyPair,
  packPlugin,
  privateKeyOf,
  readTrust,
  signStatement,
  type Envelope,
  type KeyPair,
  type Role,
  type Trust,
} from '@plumbline/bundle'
import { digestOf, withForm, type PluginBundle } from '@plumbline/plugin-host'
import { indicatorYaml, manifestYaml } from '@plumbline/plugin-host/testing'
import type { PluginRef } from '@plumbline/plugin-api'

export interface Written {
  readonly version?: string
  /** Weight of `a`; `b` has the rest. */
  readonly weight?: number
  readonly id?: string
  readonly status?: string
  /** Text of `migrations/to.yaml`. */
  readonly migration?: string
  /** The manifest's `changes`. */
  readonly changes?: string
  /** Names of the two indicators. */
  readonly leaves?: readonly [string, string]
}

/** A standard of two indicators, a number each, 0 to 100: its score is their weighted mean. */
export const manifestOf = ({
  version = '1.0.0',
  weight = 0.5,
  id = 'pair',
  status = 'draft',
  changes,
  leaves = ['a', 'b'],
}: Written = {}): string => {
  const leaf = (name: string, share: number): string =>
    indicatorYaml({
      id: name,
      zh: `指标${name}`,
      en: `Indicator ${name}`,
      unit: { zh: '分', en: 'points' },
      weight: share,
      normalise: '{ method: goalposts, worst: 0, best: 100 }',
    })
  return manifestYaml({
    id,
    version,
    status,
    publisher: 'test-association',
    title: { zh: '两项', en: 'Pair' },
    root: { id: 'root', zh: '总分', en: 'Total' },
    indicators: [leaf(leaves[0], weight), leaf(leaves[1], 1 - weight)],
    grades: ['low', 'high'],
    ...(changes !== undefined && { sections: `changes: ${changes}\n` }),
  })
}

export interface Packed {
  readonly ref: PluginRef
  readonly bytes: Uint8Array
}

export function packed(written: Written = {}, signatures: readonly Envelope[] = []): Packed {
  const { id = 'pair', version = '1.0.0' } = written
  const bundle = bundleOf(written)
  const ref = { id, version, digest: digestOf(bundle) }
  return { ref, bytes: packPlugin({ ref, bundle, signatures }) }
}

/** The same as `plumbline pack` makes it, with a form; a forger may change it. */
export function packedWithForm(written: Written = {}, forge: (form: string) => string = (form) => form): Packed {
  const { ref } = packed(written)
  const bundle = withForm(bundleOf(written))
  return { ref, bytes: packPlugin({ ref, bundle: { ...bundle, form: forge(bundle.form ?? '') }, signatures: [] }) }
}

const bundleOf = (written: Written): PluginBundle => ({
  files: {
    'plugin.yaml': manifestOf(written),
    ...(written.migration !== undefined && { 'migrations/to.yaml': written.migration }),
  },
})

export const publisher: KeyPair = generateKeyPair('ed25519')
export const committee: KeyPair = generateKeyPair('ed25519')

const keyOf = (holder: string, pair: KeyPair, role: Role): string => `
  - name: ${holder}
    namespaces: ['${role === 'committee' ? '*' : 'test-association'}']
    keys: [{ from: 2026-01-01, until: 2026-12-31, roles: [${role}], publicKey: ${JSON.stringify(pair.publicKey)} }]`

export const trust: Trust = readTrust(
  `apiVersion: plumbline/trust-v1\npublishers:${keyOf('测试协会', publisher, 'publisher')}${keyOf('测试委员会', committee, 'committee')}\n`,
  'trust.yaml',
)

export const signed = (ref: PluginRef, pair: KeyPair, role: Role): Envelope =>
  signStatement({ ...ref, role, signedAt: '2026-02-01T00:00:00Z' }, privateKeyOf(pair.privateKey))

export function uploadForm(bytes: Uint8Array, name = 'pair.plb'): FormData {
  const form = new FormData()
  form.set('file', new File([Buffer.from(bytes)], name))
  return form
}

/** Rows as text: `U-1,2025,80,20`. */
export const pairCsv = (...rows: readonly string[]): string =>
  [
    'unit,name,period,a,b',
    ...rows.map((row) => row.split(',')).map(([unit, ...cells]) => [unit, `测试${unit}`, ...cells].join(',')),
  ].join('\n')
