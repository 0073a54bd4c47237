import type { Catalogue } from '@plumbline/api/contract'
import { compile, FaultError, planAt, score, trace, type Fault, type Trace } from '@plumbline/kernel'
import { datasetOf, type FormValues } from './values.ts'

export type Scored = { readonly trace: Trace } | { readonly faults: readonly Fault[] }

/** Scores the form in the browser, by the kernel that scores everywhere. */
export function scoredForm(catalogue: Catalogue, values: FormValues, asOf: string): Scored {
  try {
    const dataset = datasetOf(values, catalogue)
    const result = score(planAt(compile(catalogue.framework), asOf), dataset)
    return { trace: trace(result, dataset, 0) }
  } catch (error) {
    if (error instanceof FaultError) return { faults: error.faults }
    throw error
  }
}
