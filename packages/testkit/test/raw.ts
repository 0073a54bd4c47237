/** The small standard's YAML as its file says it, for the oracle and the edits: no code of the project reads it here. */
export interface RawLeaf {
  id: string
  en: string
  weight: number
  basic?: boolean
  missing?: string
  calc: { zh: string; en: string }
  evidence: string[]
  notApplicableWhen?: unknown
  normalise: {
    method: string
    worst: number
    best: number
    whenTrue: number
    whenFalse: number
    points: [number, number][]
  }
}

export interface RawBranch {
  id: string
  weight: number
  aggregate?: { method: string }
  minCoverage?: number
  children: RawLeaf[]
}

export interface RawRoot extends Omit<RawBranch, 'children'> {
  children: RawBranch[]
}

export interface RawCondition {
  fact?: string
  leaf?: string
  op: '<' | '<=' | '>' | '>=' | '==' | '!='
  value: number | boolean
}

export interface RawManifest {
  version: string
  publisher: string
  title: { zh: string; en: string }
  display?: { digits: number }
  missing?: string
  tree: RawRoot
  groups: { id: string; zh: string; en: string }[]
  facts: { id: string; type: string; zh: string; en: string }[]
  gates: { id: string; kind: string; when: RawCondition; maxGrade?: string; groups?: string[]; en: string }[]
  grades: { id: string; min: number; en: string }[]
  basicRule?: { grade: string; min: number }[]
  evidenceKinds: { id: string; zh: string; en: string; form: string }[]
  changes?: unknown
}
