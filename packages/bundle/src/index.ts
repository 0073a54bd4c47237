export { LIMITS } from './archive/limits.ts'
export { EXTENSION, type PackedPlugin } from './archive/packed-plugin.ts'
export { packPlugin } from './archive/pack.ts'
export { readPlb } from './archive/read-plb.ts'
export { loadPacked } from './archive/load.ts'
export { readPlbFile } from './archive/read-file.ts'
export { preAuthEncoding, type Envelope } from './signing/envelope.ts'
export {
  ALGORITHMS,
  generateKeyPair,
  keyIdOf,
  privateKeyOf,
  publicKeyOf,
  type Algorithm,
  type KeyPair,
} from './signing/keys.ts'
export { casesDigestOf } from './signing/cases-digest.ts'
export { isSignedBy, signStatement, statementOf } from './signing/sign.ts'
export { ROLES, type Role, type Statement } from './signing/statement.ts'
export { NO_TRUST, readTrust, type Trust, type TrustedKey } from './trust/trust-file.ts'
export {
  judgeSignatures,
  missingSignatures,
  type AcceptedSignature,
  type Signed,
  type SignatureVerdict,
} from './trust/judge.ts'
export { unitReader, unitsOf, type ComputedUnit } from './receipt/computed-unit.ts'
export { datasetOf, inputDigest, inputForm, type InputCell, type InputUnit } from './receipt/input.ts'
export { comparable, resultDigest } from './receipt/result.ts'
export { eventHashOf, readReceipt, receiptText, type Receipt } from './receipt/receipt.ts'
export { verifyReceipt, type Difference, type Prepare, type ReceiptVerdict } from './receipt/verify.ts'
