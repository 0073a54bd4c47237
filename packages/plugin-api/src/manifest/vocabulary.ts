import { z } from 'zod'
import { id, label, string, text, textShape } from './text.ts'

export const grade = z.strictObject({ id: label, ...textShape, min: z.number() })

/** To reach `grade`, every basic indicator needs a score of at least `min`. */
export const basicLine = z.strictObject({ grade: label, min: z.number() })

export const ladder = z.strictObject({
  id,
  ...textShape,
  steps: z.array(z.strictObject({ level: z.number(), ...textShape })).min(2),
})

export const source = z.strictObject({ id, ...textShape })

export const evidenceKind = z.strictObject({ id, ...textShape, form: string })

/** What the draft document needs besides the indicators. */
export const standard = z.strictObject({
  part: z.int().min(1),
  title: text,
  ics: string,
  ccs: string,
  scope: text,
  normativeReferences: z.array(string),
  terms: z.array(z.strictObject({ ...textShape, definition: text })),
})
