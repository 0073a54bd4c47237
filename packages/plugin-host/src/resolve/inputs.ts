import type { InputSpec, ParamSpec } from '@plumbline/kernel'
import type {
  CatalogueInput,
  CatalogueParam,
  Manifest,
  ManifestIndicator,
  ManifestInput,
  ManifestNode,
} from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'
import { defined } from './defined.ts'

/** The data items of a standard: those of used plugins, the subject's, those at the top, those of indicators. */
export function inputsOf(manifest: Manifest, uses: readonly LoadedPlugin[]): readonly CatalogueInput[] {
  const own = [
    ...manifest.subject.map((one) => catalogueInput(one, { from: manifest.id, subject: true })),
    ...[...manifest.inputs, ...indicatorsOf(manifest.tree.children).flatMap(ownInputs)].map((one) =>
      catalogueInput(one, { from: manifest.id, subject: false }),
    ),
  ]
  return [...distinct(uses.flatMap(({ catalogue }) => catalogue.inputs)), ...own]
}

export function paramsOf(manifest: Manifest, uses: readonly LoadedPlugin[]): readonly CatalogueParam[] {
  const own = manifest.params.map(({ id, zh, en, unit, source, values }): CatalogueParam => ({
    id,
    zh,
    en,
    unitOfMeasure: unit ?? null,
    source,
    values: Object.entries(values)
      .map(([from, value]) => ({ from, value }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    from: manifest.id,
  }))
  return [...distinct(uses.flatMap(({ catalogue }) => catalogue.params)), ...own]
}

/** Inputs that an indicator defines itself. */
export function ownInputs({ inputs }: ManifestIndicator): readonly ManifestInput[] {
  return inputs.flatMap((one) => (typeof one === 'string' ? [] : [one]))
}

/** What an indicator's formula or program is given, in the manifest's order. */
export const inputIds = ({ inputs }: ManifestIndicator): readonly string[] =>
  inputs.map((one) => (typeof one === 'string' ? one : one.id))

export const inputSpecs = (inputs: readonly CatalogueInput[]): readonly InputSpec[] =>
  inputs.map(({ id, type, options, min, max }) => ({
    id,
    type,
    ...(type === 'choice' && { options: options.length }),
    ...defined({ min: min ?? undefined, max: max ?? undefined }),
  }))

export const paramSpecs = (params: readonly CatalogueParam[]): readonly ParamSpec[] =>
  params.map(({ id, values }) => ({ id, values }))

function catalogueInput(
  input: ManifestInput,
  { from, subject }: { readonly from: string; readonly subject: boolean },
): CatalogueInput {
  const measured = input.type === 'integer' || input.type === 'number' ? input : undefined
  return {
    id: input.id,
    zh: input.zh,
    en: input.en,
    type: input.type,
    unitOfMeasure: measured?.unit ?? null,
    options: input.type === 'choice' ? input.options : [],
    min: measured?.min ?? null,
    max: measured?.max ?? null,
    subject,
    from,
  }
}

function indicatorsOf(nodes: readonly ManifestNode[]): readonly ManifestIndicator[] {
  return nodes.flatMap((node) => ('children' in node ? indicatorsOf(node.children) : 'type' in node ? [node] : []))
}

function distinct<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.filter(({ id }, index) => items.findIndex((one) => one.id === id) === index)
}
