import { readFileSync } from 'node:fs'
import { coverageOf, type CoveredCase } from '@plumbline/vitest/reference'

const list = JSON.parse(readFileSync(new URL('./fixtures/COVERAGE.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly CoveredCase[]
}

/** The reference cases that this package's tests hold it to: `fixtures/COVERAGE.json`. */
export const { tracked, readsEveryCase } = coverageOf(list.cases, new URL('.', import.meta.url).href)
