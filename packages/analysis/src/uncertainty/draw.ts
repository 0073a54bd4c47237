import type { AggregateSpec, ImputeSpec, MissingPolicy, TreatSpec } from '@plumbline/kernel'
import type { NormaliserOption } from './spec.ts'

/** One realisation of everything that is uncertain. What is not named stays as the framework declares it. */
export interface Draw {
  /** By node id; each branch's children are brought to a sum of 1. */
  readonly weights?: ReadonlyMap<string, number>
  /** By branch id: a Choquet integral with another capacity. What `aggregates` names goes before. */
  readonly capacities?: ReadonlyMap<string, AggregateSpec>
  /** By branch id. */
  readonly aggregates?: ReadonlyMap<string, AggregateSpec>
  /** By indicator id. */
  readonly normalisers?: ReadonlyMap<string, NormaliserOption>
  /** By node id. */
  readonly missing?: ReadonlyMap<string, MissingPolicy>
  /** Ids of the indicators that are left out. */
  readonly out?: ReadonlySet<string>
  /** By indicator id: raw values in place of the dataset's, NaN where it has none. */
  readonly values?: ReadonlyMap<string, Float64Array>
  /** By indicator id: methods in place of the pipeline's. */
  readonly imputes?: ReadonlyMap<string, readonly ImputeSpec[] | 'none'>
  /** By indicator id and row: values in place of those that the pipeline imputes. */
  readonly imputations?: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** By indicator id: treatment in place of the pipeline's. */
  readonly treats?: ReadonlyMap<string, TreatSpec | 'none'>
}

/** One draw out of several, later ones over earlier ones. */
export function mergeDraws(parts: readonly Draw[]): Draw {
  return {
    weights: new Map(parts.flatMap(({ weights }) => [...(weights ?? [])])),
    capacities: new Map(parts.flatMap(({ capacities }) => [...(capacities ?? [])])),
    aggregates: new Map(parts.flatMap(({ aggregates }) => [...(aggregates ?? [])])),
    normalisers: new Map(parts.flatMap(({ normalisers }) => [...(normalisers ?? [])])),
    missing: new Map(parts.flatMap(({ missing }) => [...(missing ?? [])])),
    out: new Set(parts.flatMap(({ out }) => [...(out ?? [])])),
    values: new Map(parts.flatMap(({ values }) => [...(values ?? [])])),
    imputes: new Map(parts.flatMap(({ imputes }) => [...(imputes ?? [])])),
    imputations: new Map(parts.flatMap(({ imputations }) => [...(imputations ?? [])])),
    treats: new Map(parts.flatMap(({ treats }) => [...(treats ?? [])])),
  }
}
