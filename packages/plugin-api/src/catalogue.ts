import type { BasicLine, DatedValue, Display, Framework, GateSpec, GradeSpec, IndicatorSpec } from '@plumbline/kernel'

/** Text in both languages; Chinese is the source. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/**
 * A standard resolved and ready to read: the plugin's own content with what it takes from the plugins it uses, texts and
 * framework together, as plain JSON. Screens, forms, the importer and the demonstration work from this alone.
 */
export interface Catalogue {
  readonly plugin: PluginRef
  /** The plugin whose tree is mounted as the shared core; null where there is none (the core itself: its own ref). */
  readonly core: CoreRef | null
  readonly title: Text
  readonly publisher: string
  readonly status: 'draft' | 'candidate' | 'published' | 'deprecated' | 'withdrawn'
  /** Marked 示例 wherever it shows: a draft, or example content in any state. */
  readonly example: boolean
  readonly unitOfAssessment: Text
  readonly groups: readonly Term[]
  /** Digits of a score on the working scale of 0 to 100, as in formulas; rounded once, half to even. */
  readonly digits: number
  /** How a result is printed: on 0 to `full`, with its own digits. */
  readonly display: Display
  /** Parents before children, siblings in the standard's order; the root first. */
  readonly nodes: readonly CatalogueNode[]
  readonly facts: readonly CatalogueFact[]
  /** Data items that formulas read: the subject's attributes first, then those of the standard, then of indicators. */
  readonly inputs: readonly CatalogueInput[]
  readonly params: readonly CatalogueParam[]
  /** Same order as `framework.gates`. */
  readonly gates: readonly CatalogueGate[]
  readonly grades: readonly (GradeSpec & Text)[]
  readonly basicRule: readonly BasicLine[]
  readonly ladders: readonly Ladder[]
  readonly sources: readonly Term[]
  readonly evidenceKinds: readonly (Term & { readonly form: string })[]
  /** What the shared outcome indicators mean here, by key (efficiency, quality, value, user). */
  readonly coreBindings: Readonly<Record<string, Text>>
  readonly keyProcesses: readonly Text[]
  readonly modelledOn: readonly string[]
  readonly standard: StandardBlock | null
  readonly framework: Framework
}

/** One version of a plugin, by its content. */
export interface PluginRef {
  readonly id: string
  readonly version: string
  /** `sha256:` and 64 hex digits. */
  readonly digest: string
}

/** The shared core that a standard mounts. */
export interface CoreRef extends PluginRef {
  /** Id of the node that carries the core: the same in every standard that mounts it. */
  readonly node: string
}

/** An id with its text in both languages. */
export interface Term extends Text {
  readonly id: string
}

/** A node of the tree. */
export type CatalogueNode = CatalogueBranch | CatalogueIndicator

interface CatalogueNodeBase extends Term {
  readonly parent: string | null
  readonly depth: number
  readonly weight: number
  /** Id of the plugin that defines the node. */
  readonly from: string
}

/** A node with children. */
export interface CatalogueBranch extends CatalogueNodeBase {
  readonly kind: 'branch'
}

/** A leaf: what is asked for and how it is scored. */
export interface CatalogueIndicator extends CatalogueNodeBase {
  readonly kind: 'indicator'
  readonly type: IndicatorType
  readonly unitOfMeasure: Text
  readonly direction: IndicatorSpec['direction']
  readonly normalise: IndicatorSpec['normalise']
  readonly basic: boolean
  /** How the value is worked out. */
  readonly calc: Text
  readonly ladder: string | null
  readonly source: string
  readonly evidence: readonly string[]
  readonly notApplicableWhen: Text | null
  /** Worked out by a formula or a program: what it reads, by id. Data files have those columns in place of the indicator's. */
  readonly formula: CatalogueFormula | null
  /** Worked out by the platform from results of other standards. */
  readonly derive?: Derivation
  /** The rule that says where the indicator does not apply. */
  readonly notApplicableRule: string | null
  /** Unit of measure of the value after denomination, where the indicator is divided and the standard names it. */
  readonly denominatedUnit?: Text
}

/** A value from accepted results of other standards, over the units that belong to the assessed unit. */
export interface Derivation {
  readonly statistic: 'mean' | 'median'
  readonly of: 'score' | 'core'
  /** Ids of the standards, of whatever version. */
  readonly standards: readonly string[]
  /** With fewer accepted units there is no value. */
  readonly minUnits: number
}

/** What works a value out: a formula's text, or the path of a program. */
export interface CatalogueFormula {
  readonly by: 'formula' | 'program'
  readonly text: string
  /** Ids of the inputs, in reading order. */
  readonly inputs: readonly string[]
  readonly params: readonly string[]
}

/** The kinds of value. */
export type IndicatorType = 'number' | 'ratio' | 'level' | 'boolean' | 'expert'

/** Something known of a unit beside its indicators. */
export interface CatalogueFact extends Term {
  readonly type: 'number' | 'boolean'
  readonly from: string
  /** Unit of measure of a number, where the standard names it. */
  readonly unitOfMeasure?: Text
}

/** A data item that formulas read. */
export interface CatalogueInput extends Term {
  readonly type: 'integer' | 'number' | 'boolean' | 'choice'
  readonly unitOfMeasure: Text | null
  /** Of a choice, in the order of its numbers in the dataset; else empty. */
  readonly options: readonly Term[]
  readonly min: number | null
  readonly max: number | null
  /** An attribute of the assessed unit rather than something that it reports. */
  readonly subject: boolean
  readonly from: string
}

/** A number that the standard sets, by date. */
export interface CatalogueParam extends Term {
  readonly unitOfMeasure: Text | null
  readonly source: Text
  readonly values: readonly DatedValue[]
  readonly from: string
}

/** The gate with the sentence that the standard says. */
export interface CatalogueGate extends Text {
  readonly gate: GateSpec
  readonly from: string
}

/** The levels of a level indicator in words. */
export interface Ladder extends Term {
  readonly steps: readonly (Text & { readonly level: number })[]
}

/** What the document of a standard needs beside its indicators. */
export interface StandardBlock {
  readonly part: number
  readonly title: Text
  readonly ics: string
  readonly ccs: string
  readonly scope: Text
  readonly normativeReferences: readonly string[]
  readonly terms: readonly (Text & { readonly definition: Text })[]
}
