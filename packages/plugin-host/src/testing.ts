import type { Text } from '@plumbline/plugin-api'

/** What a small standard for tests says of its own; everything else that a manifest needs is filled in. */
export interface SmallManifest {
  readonly id: string
  readonly title: Text
  readonly version?: string
  readonly status?: string
  readonly publisher?: string
  /** The tree's root. */
  readonly root?: Text & { readonly id: string }
  /** Its children, each as `indicatorYaml` writes it. */
  readonly indicators: readonly string[]
  /** The grades, from 0 and from 60. */
  readonly grades?: readonly [string, string]
  /** Further sections, as YAML at the left margin. */
  readonly sections?: string
}

const flow = ({ zh, en }: Text): string => `{ zh: ${zh}, en: ${en} }`

/** A small standard as its authors write it, for tests: it loads as it is, and is long enough to be broken. */
export function manifestYaml({
  id,
  title,
  version = '0.1.0',
  status = 'draft',
  publisher = 'test',
  root = { id: 'root', zh: '总', en: 'All' },
  indicators,
  grades: [low, high] = ['L1', 'L2'],
  sections = '',
}: SmallManifest): string {
  return `apiVersion: plumbline/v1
kind: IndicatorPlugin
id: ${id}
version: ${version}
kernel: '>=0.1 <1'
semantics: 1
publisher: ${publisher}
status: ${status}
title: ${flow(title)}
unitOfAssessment: { kind: unit, zh: 对象, en: unit, periodMonths: 12 }
missing: zero
tree:
  id: ${root.id}
  zh: ${root.zh}
  en: ${root.en}
  children:
${indicators.join('')}${sections}grades:
  - { id: ${low}, zh: 一, en: One, min: 0 }
  - { id: ${high}, zh: 二, en: Two, min: 60 }
sources: [{ id: self, zh: 自报, en: Self }]
evidenceKinds: [{ id: paper, zh: 文件, en: Paper, form: pdf }]
`
}

/** What an indicator of a small standard says of its own. */
export interface SmallIndicator extends Text {
  readonly id: string
  readonly type?: string
  readonly unit: Text
  readonly weight: number
  /** The normaliser, as YAML. */
  readonly normalise: string
  /** Further keys, as YAML at the left margin. */
  readonly more?: string
}

/** An indicator below the root, where more is better. */
export function indicatorYaml({
  id,
  zh,
  en,
  type = 'number',
  unit,
  weight,
  normalise,
  more = '',
}: SmallIndicator): string {
  const lines = `- id: ${id}
  zh: ${zh}
  en: ${en}
  type: ${type}
  unit: ${flow(unit)}
  direction: positive
  weight: ${weight}
  normalise: ${normalise}
  calc: { zh: 填报, en: reported }
  source: self
  evidence: [paper]
${more.replace(/^(?=.)/gm, '  ')}`
  return lines.trimEnd().replace(/^/gm, '    ') + '\n'
}

export const PERCENT: Text = { zh: "'%'", en: "'%'" }

/** An indicator that is reported as it is. */
export const TRAINING: SmallIndicator = {
  id: 'training',
  zh: '培训',
  en: 'Training',
  unit: { zh: '小时', en: 'hours' },
  weight: 0.5,
  normalise: '{ method: goalposts, worst: 0, best: 40 }',
}

/** The text with each change made; a change that finds nothing is a broken test. */
export function edited(text: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((done, [from, to]) => {
    if (!done.includes(from)) throw new Error(`not in the text: ${from}`)
    return done.replace(from, to)
  }, text)
}

/** Line, from 1, of the first place where `part` stands. */
export const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

/** A plugin of nothing but its manifest. */
export const bundle = (manifest: string): { files: Record<string, string> } => ({ files: { 'plugin.yaml': manifest } })
