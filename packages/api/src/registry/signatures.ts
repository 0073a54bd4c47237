import type { Envelope } from '@plumbline/bundle'
import type { StoredSignature } from '@plumbline/db'

/** The envelope of a stored signature. Parse step: the column holds what a packed file was read to. */
export const envelopeOf = ({ envelope }: StoredSignature): Envelope => envelope as Envelope
