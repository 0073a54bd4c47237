import { textOf, type RawSearch } from '../../shared/search.ts'

/** What a reader set on the robustness and sensitivity screens, as it stands in the address. */
export interface AnalysisSearch {
  /** Digest of a report; the newest where absent. */
  readonly report?: string | undefined
  /** Among the first so many; 10 where absent. */
  readonly k?: string | undefined
}

export function analysisSearch(raw: RawSearch): AnalysisSearch {
  const k = textOf(raw['k'])
  return { report: textOf(raw['report']), k: k !== undefined && /^[1-9]\d{0,4}$/.test(k) ? k : undefined }
}
