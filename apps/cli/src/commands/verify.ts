import { readFile, stat } from 'node:fs/promises'
import { fillText } from '@plumbline/i18n'
import {
  casesDigestOf,
  EXTENSION,
  judgeSignatures,
  NO_TRUST,
  readPlbFile,
  readReceipt,
  readTrust,
  verifyReceipt,
  type Difference,
} from '@plumbline/bundle'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { readManifest } from '@plumbline/plugin-host'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { printFaults } from '../output/faults.ts'
import { withPrograms } from '../plugin/with-programs.ts'
import type { Terminal } from '../terminal.ts'
import { dataPath } from './data-file.ts'

/**
 * `plumbline verify`: computes a published result again from its receipt, offline, and says same or different; of a
 * packed version, whether its content is whole, its form agrees with it, and whose signatures count.
 */
export const verifyCommand: Command = {
  name: 'verify',
  operands: [1, 1],
  options: { trust: 'text' },
  texts: ({ verify: texts }) => texts,
  run: verify,
}

/** Far above the receipt of a hundred thousand units. */
const MAX_RECEIPT = 1024 * 1024 * 1024
/** Differences that are printed; `--json` has all. */
const SHOWN = 20

function verify(call: Call, terminal: Terminal): Promise<Exit> {
  const [file = ''] = call.operands
  return file.endsWith(EXTENSION) ? verifyPacked(file, call, terminal) : verifyResult(file, call, terminal)
}

async function verifyResult(file: string, call: Call, terminal: Terminal): Promise<Exit> {
  const place = await dataPath(file, terminal)
  if ((await stat(place)).size > MAX_RECEIPT) throw new FaultError([fault('RECEIPT_FILE', {}, { file })])
  const receipt = readReceipt(await readFile(place, 'utf8'), file)
  const { round, lock, result, chain } = receipt
  const verdict = await verifyReceipt(receipt, withPrograms)
  const { same, differences, faults } = verdict
  if (call.json)
    terminal.out(`${JSON.stringify({ round: round.key, lock, result: result.digest, chain, ...verdict })}\n`)
  else {
    const texts = terminal.texts.verify
    const { id, version, digest } = lock.plugin
    terminal.out(`${fillText(texts.receipt, { round: round.key, id, version, digest, asOf: lock.asOf })}\n`)
    terminal.out(`${fillText(texts.chain, { seq: chain.seq, hash: chain.hash })}\n`)
    if (faults.length > 0) printFaults(faults, terminal)
    for (const difference of differences.slice(0, SHOWN)) terminal.out(`${differenceLine(difference, terminal)}\n`)
    if (differences.length > SHOWN) terminal.out(`${fillText(texts.more, { count: differences.length - SHOWN })}\n`)
    const units = result.rows.length
    const count = differences.length
    terminal.out(`${fillText(same ? texts.same : texts.different, { units, count, result: result.digest })}\n`)
  }
  return same ? Exit.ok : Exit.faults
}

function differenceLine({ unit, item, stored, computed }: Difference, { texts }: Terminal): string {
  const none = texts.common.none
  return fillText(texts.verify.difference, { unit, item, stored: stored ?? none, computed: computed ?? none })
}

async function verifyPacked(file: string, call: Call, terminal: Terminal): Promise<Exit> {
  const packed = await readPlbFile(await dataPath(file, terminal), file)
  const written = readManifest(packed.bundle, file)
  const publisher = written.manifest?.publisher ?? ''
  const trustFile = call.text('trust')
  const trust =
    trustFile === null ? NO_TRUST : readTrust(await readFile(await dataPath(trustFile, terminal), 'utf8'), trustFile)
  const today = new Date().toISOString().slice(0, 10)
  const cases = casesDigestOf(packed.bundle)
  const { accepted, faults: refused } = judgeSignatures({ ...packed, publisher, cases }, trust, today)
  const faults = [...written.faults, ...refused]
  if (call.json) terminal.out(`${JSON.stringify({ plugin: packed.ref, publisher, accepted, faults })}\n`)
  else {
    const texts = terminal.texts.verify
    terminal.out(`${fillText(texts.packed, { ...packed.ref, publisher })}\n`)
    for (const { holder, role, signedAt } of accepted)
      terminal.out(`${fillText(texts.accepted, { holder, role, signedAt })}\n`)
    if (packed.signatures.length === 0) terminal.out(`${texts.unsigned}\n`)
    if (cases !== null) {
      const holders = accepted
        .filter((one) => one.cases === cases)
        .map(({ holder }) => holder)
        .join(terminal.language === 'en' ? ', ' : '、')
      terminal.out(`${holders !== '' ? fillText(texts.casesSigned, { holders }) : texts.casesUnsigned}\n`)
    }
    if (faults.length > 0) printFaults(faults, terminal)
  }
  return isClean(faults) ? Exit.ok : Exit.faults
}

const isClean = (faults: readonly Fault[]): boolean => faults.every(({ severity }) => severity !== 'error')
