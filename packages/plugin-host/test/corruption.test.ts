import { FaultError, type Fault } from '@plumbline/kernel'
import fc from 'fast-check'
import { bundle, edited } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadBundle } from '../src/index.ts'
import { CORE, STANDARD } from './manifests.ts'

type Steps = readonly (string | number)[]

const core = loadBundle(bundle(CORE), [])

/** Faults of a manifest; anything thrown that is no FaultError fails the test. */
function faultsOf(text: string): readonly Fault[] {
  try {
    loadBundle(bundle(text), [core])
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
}

function pathsOf(value: unknown, above: Steps = []): readonly Steps[] {
  if (typeof value !== 'object' || value === null) return [above]
  const below = Object.entries(value).flatMap(([key, one]) =>
    pathsOf(one, [...above, Array.isArray(value) ? Number(key) : key]),
  )
  return above.length === 0 ? below : [above, ...below]
}

const DELETE = Symbol('delete')

/** The text with something else at a path; as it was where the path is not there. */
function corrupt(text: string, path: Steps, value: unknown): string {
  const data: unknown = parse(text)
  const owner = path
    .slice(0, -1)
    .reduce<unknown>((here, step) => (isObject(here) ? Reflect.get(here, step) : undefined), data)
  const last = path.at(-1) ?? ''
  if (!isObject(owner)) return text
  if (value === DELETE) Reflect.deleteProperty(owner, last)
  else Object.defineProperty(owner, last, { value, enumerable: true, configurable: true, writable: true })
  return stringify(data)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    DELETE,
    null,
    '',
    'junk!',
    -7,
    0.5,
    1e300,
    true,
    [],
    {},
    [[]],
    { zh: 1 },
    '__proto__',
    'constructor',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

describe('a manifest with anything anywhere', () => {
  it.each([
    ['core', CORE],
    ['standard', STANDARD],
  ])('%s: loads or is told what is wrong, at a line of the file', (_, text) => {
    const paths = pathsOf(parse(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), junk), { minLength: 1, maxLength: 3 }), (changes) => {
        const broken = changes.reduce((done, [path, value]) => corrupt(done, path, value), text)
        const lines = broken.split('\n').length
        for (const { code, at } of faultsOf(broken)) {
          expect(code).toMatch(/^[A-Z][A-Z_]+$/)
          expect(at.file).toBe('plugin.yaml')
          expect(at.line).toBeGreaterThanOrEqual(1)
          expect(at.line).toBeLessThanOrEqual(lines)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('takes away no required key silently', () => {
    const required = pathsOf(parse(STANDARD)).filter((path) =>
      ['zh', 'en', 'id', 'weight', 'source', 'calc'].includes(String(path.at(-1))),
    )
    expect(required.length).toBeGreaterThan(30)
    for (const path of required) expect(faultsOf(corrupt(STANDARD, path, DELETE)), path.join('/')).not.toEqual([])
  })
})

describe('all at once', () => {
  const meaningful: readonly (readonly [string, string, string])[] = [
    ['source: self', 'source: selv', 'PLUGIN_SOURCE_UNKNOWN'],
    ['evidence: [paper]', 'evidence: [papr]', 'PLUGIN_EVIDENCE_UNKNOWN'],
    ['groups: [甲组]', 'groups: [乙组]', 'PLUGIN_GROUP_UNKNOWN'],
    ['maxGrade: L1', 'maxGrade: L9', 'CAP_UNKNOWN_GRADE'],
    ['leaf: coverage', 'leaf: coverag', 'GATE_UNKNOWN_LEAF'],
    ['fact: accident', 'fact: accidnt', 'GATE_UNKNOWN_FACT'],
    ['worst: 0, best: 100', 'worst: 100, best: 0', 'GOALPOSTS_DIRECTION'],
    ['ref: small-core, weight: 0.5', 'ref: small-core, weight: 0.4', 'WEIGHTS_SUM'],
    ['ref: small-core', 'ref: smal-core', 'PLUGIN_MOUNT_NOT_USED'],
    ['type: ratio', 'type: expert', 'PLUGIN_METHOD_FOR_TYPE'],
    ['id: accident', 'id: fraud', 'PLUGIN_ID_TAKEN'],
    ["kernel: '>=0.1 <1'", "kernel: '>=7'", 'PLUGIN_KERNEL'],
  ]
  const texts = pathsOf(parse(STANDARD)).filter((path) => path.at(-1) === 'en')

  it.each(meaningful)('%s -> %s is told beside a missing translation, wherever that is', (from, to, code) => {
    const changed = edited(STANDARD, { [from]: to })
    expect(faultsOf(changed).map((one) => one.code)).toContain(code)
    for (const path of texts) {
      const codes = faultsOf(corrupt(changed, path, DELETE)).map((one) => one.code)
      expect(codes, path.join('/')).toEqual(expect.arrayContaining([code, 'MANIFEST_ENGLISH_MISSING']))
    }
  })
})
