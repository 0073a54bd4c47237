/** Treatments that were fitted once and are written into the standard. */
import type { Transform } from '@plumbline/kernel'
import type { Batch } from './batch-scope.ts'
import { number } from './node-cells.ts'
import type { Step } from './steps.ts'

/** A value outside what a logarithm was fitted to is held at the end of the sample. */
export function addTreated(
  before: Step,
  transform: Transform,
  { id, place, batch }: { readonly id: string; readonly place: number; readonly batch: Batch },
): Step {
  const { steps, head, nameOf } = batch
  const { cell } = before
  const domain = transform.kind === 'clamp' ? null : domainOf(transform, cell)
  const after =
    transform.kind === 'clamp' || domain === null
      ? through(transform, cell)
      : `IF(${domain}>0,${through(transform, cell)},${through(transform, number(transform.from))})`
  return steps.add(`${id}.treated.${place}`, {
    head: head(nameOf(id), 'treated'),
    formula: `IF(ISNUMBER(${cell}),${after},${cell})`,
  })
}

/** What a logarithm or power is taken of. */
function domainOf(transform: Exclude<Transform, { kind: 'clamp' }>, value: string): string {
  const { from, add } = transform
  if (transform.kind === 'box-cox') return `((${value}-${number(from)})+${number(add)})`
  return `(${number(transform.sign * transform.factor)}*(${value}-${number(from)})+${number(add)})`
}

/** A value through a transform, where it has one. */
export function through(transform: Transform, value: string): string {
  switch (transform.kind) {
    case 'clamp': {
      const raised = transform.low === null ? value : `MAX(${number(transform.low)},${value})`
      return transform.high === null ? raised : `MIN(${number(transform.high)},${raised})`
    }
    case 'log':
      return `(${number(transform.sign)}*LN(${domainOf(transform, value)}))`
    case 'box-cox': {
      const { lambda } = transform
      const base = domainOf(transform, value)
      return lambda === 0 ? `LN(${base})` : `((${base}^${number(lambda)}-1)/${number(lambda)})`
    }
  }
}
