import { cp, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import {
  comparable,
  datasetOf,
  eventHashOf,
  inputDigest,
  inputForm,
  packPlugin,
  readPlb,
  receiptText,
  resultDigest,
  unitsOf,
  type InputUnit,
  type Receipt,
} from '@plumbline/bundle'
import { score } from '@plumbline/kernel'
import { loadPlugins, lockOf } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { plumbline, repository, scratch } from './cli.ts'

const directory = await scratch()
const inFolder = (...args: readonly string[]) => plumbline([...args, '--lang', 'en'], { directory })
const file = (name: string): string => path.join(directory, name)
const json = (text: string): Readonly<Record<string, unknown>> => JSON.parse(text) as Record<string, unknown>

describe('a version on its way', () => {
  it('is packed the same each time, signed by two, and judged by a trust file', async () => {
    const packing = await inFolder('pack', 'ai-core', '--json')
    expect(packing).toMatchObject({ code: 0, stderr: '' })
    const { file: packed, plugin } = json(packing.stdout)
    const bytes = await readFile(file(String(packed)))
    expect(readPlb(new Uint8Array(bytes), 'x').ref).toEqual(plugin)
    await inFolder('pack', 'ai-core', '--out', 'again.plb')
    expect(sha256(await readFile(file('again.plb')))).toBe(sha256(bytes))

    expect(await inFolder('keygen', 'association')).toMatchObject({ code: 0 })
    const sm2 = await inFolder('keygen', 'committee', '--algorithm', 'sm2')
    if (sm2.code !== 0) {
      // A crypto library without SM2: the command says so, and the rest goes on with the other algorithm.
      expect(sm2.stderr).toContain('does not offer sm2')
      expect(await inFolder('keygen', 'committee')).toMatchObject({ code: 0 })
    }
    expect((await stat(file('association.key'))).mode & 0o077).toBe(0)
    const again = await inFolder('keygen', 'association')
    expect(again).toMatchObject({ code: 1 })
    expect(again.stderr).toContain('association.key is there already')

    const name = String(packed)
    expect(await inFolder('sign', name, '--key', 'association.key')).toMatchObject({ code: 0 })
    expect(await inFolder('sign', name, '--key', 'committee.key', '--role', 'committee')).toMatchObject({ code: 0 })
    expect(await inFolder('sign', name)).toMatchObject({ code: 2 })
    await writeFile(file('trust.yaml'), await trustOf('association', 'committee'))
    const judged = await inFolder('verify', name, '--trust', 'trust.yaml')
    expect(judged).toMatchObject({ code: 0, stderr: '' })
    expect(judged.stdout).toContain('association (publisher')
    expect(judged.stdout).toContain('committee (committee')
    const stranger = await inFolder('verify', name)
    expect(stranger.code).toBe(1)
    expect(stranger.stderr).toContain('is not in the trust file')
  })

  it('that was changed on the way is refused with its name', async () => {
    await inFolder('pack', 'ai-core', '--out', 'torn.plb')
    const bytes = await readFile(file('torn.plb'))
    bytes.write('weighs', bytes.indexOf('weight'))
    await writeFile(file('torn.plb'), bytes)
    const { code, stderr } = await inFolder('verify', 'torn.plb')
    expect(code).toBe(1)
    expect(stderr).toContain('checksum')
  })

  it('without a server, or with a wrong state, is not published', async () => {
    await inFolder('pack', 'ai-core', '--out', 'lone.plb')
    const refused = await inFolder('publish', 'lone.plb', '--server', 'http://127.0.0.1:9')
    expect(refused.code).toBe(1)
    expect(await inFolder('publish', 'lone.plb', '--state', 'famous')).toMatchObject({ code: 2 })
    expect(await inFolder('publish', 'lone.plb', '--state', 'candidate')).toMatchObject({ code: 2 })
  })
})

describe('golden cases on their way', () => {
  const cases = async (name: string): Promise<number> => {
    const text = await readFile(path.join(repository, 'plugins', name, 'cases.yaml'), 'utf8')
    return (parse(text) as { cases: unknown[] }).cases.length
  }

  it('are run again from a packed version, and tell a changed expectation by its line', async () => {
    expect((await inFolder('pack', 'smart-retail', '--out', 'retail.plb')).stdout).toContain(
      `With ${await cases('smart-retail')} golden cases`,
    )
    const run = await inFolder('test', 'retail.plb', '--runs', '2', '--json')
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(json(run.stdout)).toMatchObject({ cases: { count: await cases('smart-retail'), differences: [] } })

    const packed = readPlb(new Uint8Array(await readFile(file('retail.plb'))), 'x')
    const text = (packed.bundle.cases ?? '').replace(/composite: [\d.]+/, 'composite: 1.25')
    await writeFile(file('other.plb'), packPlugin({ ...packed, bundle: { ...packed.bundle, cases: text } }))
    const other = await inFolder('test', 'other.plb', '--runs', '2')
    expect(other.code).toBe(1)
    expect(other.stdout).toMatch(/other\.plb\/cases\.yaml:\d+:\d+/)

    const { files } = packed.bundle
    await writeFile(file('old.plb'), packPlugin({ ...packed, bundle: { files } }))
    const old = await inFolder('test', 'old.plb', '--runs', '2')
    expect(old.code).toBe(0)
    expect(old.stdout).toContain('There are no golden cases: this version brings no cases.yaml.')
    expect((await plumbline(['test', 'old.plb', '--runs', '2'], { directory })).stdout).toContain('没有示例用例')
    expect(json((await inFolder('mutate', 'retail.plb', '--json')).stdout)).toMatchObject({
      cases: await cases('smart-retail'),
    })
  })

  it('are replayed when packed versions are compared', async () => {
    await inFolder('pack', 'smart-healthcare-1', '--out', 'one.plb')
    await inFolder('pack', 'smart-healthcare', '--out', 'two.plb')
    const found = async (...versions: readonly string[]) =>
      json((await inFolder('diff', ...versions, '--generated', '2', '--json')).stdout)
    const packed = await found('one.plb', 'two.plb')
    expect(packed['replays']).toContainEqual(expect.objectContaining({ source: 'cases' }))
    expect(packed).toEqual(await found('smart-healthcare-1', 'smart-healthcare'))
  })

  it('that cannot be read keep a version from being packed', async () => {
    await cp(path.join(repository, 'plugins/ai-core'), file('core'), { recursive: true })
    await writeFile(file('core/cases.yaml'), 'cases: [')
    const { code, stderr } = await inFolder('pack', 'core')
    expect(code).toBe(1)
    expect(stderr).toContain('core/cases.yaml:1:')
  })

  it('are covered by a signature, and told where they were changed after it', async () => {
    await inFolder('pack', 'smart-retail', '--out', 'signed.plb')
    await inFolder('keygen', 'issuer')
    await writeFile(file('issuers.yaml'), await trustOf('issuer'))
    const verify = () => inFolder('verify', 'signed.plb', '--trust', 'issuers.yaml')
    expect((await verify()).stdout).toContain('With golden cases that no signature here covers.')
    expect(await inFolder('sign', 'signed.plb', '--key', 'issuer.key')).toMatchObject({ code: 0 })
    const whole = await verify()
    expect([whole.code, whole.stdout.includes('With golden cases, signed too by: issuer')]).toEqual([0, true])
    const packed = readPlb(new Uint8Array(await readFile(file('signed.plb'))), 'x')
    const bundle = { ...packed.bundle, cases: `${packed.bundle.cases}# corrected\n` }
    await writeFile(file('signed.plb'), packPlugin({ ...packed, bundle }))
    const changed = await verify()
    expect(changed.code).toBe(1)
    expect(changed.stdout).toContain('Signature that counts: issuer')
    expect(changed.stderr).toContain('were changed or taken away after “issuer” signed')
  })

  it('a form that says something else is neither verified nor signed', async () => {
    await inFolder('pack', 'ai-core', '--out', 'form.plb')
    const packed = readPlb(new Uint8Array(await readFile(file('form.plb'))), 'x')
    const form = (packed.bundle.form ?? '').replace('"weight":0', '"weight":1')
    await writeFile(file('form.plb'), packPlugin({ ...packed, bundle: { ...packed.bundle, form } }))
    for (const args of [
      ['verify', 'form.plb'],
      ['sign', 'form.plb', '--key', 'association.key'],
      ['test', 'form.plb', '--runs', '2'],
    ]) {
      const { code, stderr } = await inFolder(...args)
      expect([args[0], code]).toEqual([args[0], 1])
      expect(stderr).toMatch(/form\.plb\/plugin\.yaml:\d+:\d+/)
      expect(stderr).toContain('manifest.json does not say what plugin.yaml says here')
    }
  })
})

describe('a receipt', () => {
  it('is computed again offline: same, or which figure of which unit differs', async () => {
    const receipt = await receiptOf()
    await writeFile(file('receipt.json'), receiptText(receipt))
    const same = await inFolder('verify', 'receipt.json')
    expect(same).toMatchObject({ code: 0, stderr: '' })
    expect(same.stdout).toContain(`Same: the results of 2 units agree byte by byte, digest ${receipt.result.digest}`)
    expect(json((await inFolder('verify', 'receipt.json', '--json')).stdout)).toMatchObject({ same: true })

    const forged = structuredClone(receipt)
    const [row] = forged.result.rows
    if (!row) throw new Error('two units')
    const was = row.score
    row.score = 99
    await writeFile(file('forged.json'), JSON.stringify(forged))
    const different = await inFolder('verify', 'forged.json')
    expect(different.code).toBe(1)
    expect(different.stdout).toContain(`U-1 score: receipt 99, computed ${was}`)
    expect(different.stderr).toContain('not those of its digest')
    await writeFile(file('none.json'), '{}')
    expect((await inFolder('verify', 'none.json')).stderr).toContain('cannot be read here')
  })
})

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function trustOf(...names: readonly string[]): Promise<string> {
  const entries = await Promise.all(
    names.map(async (name) => {
      const pem = JSON.stringify(await readFile(file(`${name}.pub`), 'utf8'))
      const role = name === 'committee' ? 'committee' : 'publisher'
      return `  - { name: ${name}, namespaces: ['*'], keys: [{ from: 2020-01-01, until: 2099-12-31, roles: [${role}], publicKey: ${pem} }] }`
    }),
  )
  return `apiVersion: plumbline/trust-v1\npublishers:\n${entries.join('\n')}\n`
}

/** A receipt as the server makes one, of two invented units. */
async function receiptOf(): Promise<Receipt> {
  const { plugins } = await loadPlugins(path.join(repository, 'plugins'))
  const plugin = plugins.find(({ ref }) => ref.id === 'smart-retail')
  if (!plugin) throw new Error('smart-retail is in the repository')
  const rows = ['U-1', 'U-2'].map((code, index): InputUnit => {
    const cell = { item: 'data-readiness', value: index + 2, blank: 0, ratings: null }
    return { code, period: '2025', group: null, cells: [cell] }
  })
  const dataset = datasetOf(rows)
  const units = unitsOf(score(plugin.plan, dataset), plugin.catalogue, dataset.units)
  const lock = lockOf(plugin, '2026-01-01')
  const digests = {
    inputDigest: inputDigest(rows, []),
    resultDigest: resultDigest(units),
    pluginDigest: plugin.ref.digest,
  }
  const [subject, at] = ['smart-retail.2025', '2026-01-01T00:00:00.000Z']
  const content = { seq: 1, at, actor: 'test', kind: 'run', subject, payload: digests, prevHash: '0'.repeat(64) }
  const hash = eventHashOf({ ...content, hash: '' })
  const core = plugins.filter(({ ref }) => plugin.uses.some(({ digest }) => digest === ref.digest))
  return {
    format: 'plumbline-receipt/1',
    round: { key: subject, plugin: 'smart-retail', period: '2025', demonstration: true },
    lock: { ...lock, uses: [...lock.uses] },
    bundles: Object.fromEntries(
      [plugin, ...core].map(({ ref, bundle }) => [ref.digest, { files: { ...bundle.files } }]),
    ),
    input: { digest: digests.inputDigest, rows: rows.map(inputForm), history: [] },
    result: {
      digest: digests.resultDigest,
      kernel: lock.kernel,
      semantics: lock.semantics,
      at,
      rows: units.map(comparable),
    },
    event: { ...content, hash },
    chain: { seq: 1, hash },
  } as Receipt
}
