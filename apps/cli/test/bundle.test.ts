import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createHash } from 'node:crypto'
import {
  comparable,
  datasetOf,
  eventHashOf,
  inputDigest,
  inputForm,
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
