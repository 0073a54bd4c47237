import { coverageOf } from '@plumbline/vitest/reference'

/** The reference cases that this package's tests hold it to: `fixtures/COVERAGE.json`. */
export const { tracked, readsEveryCase } = coverageOf(new URL('./fixtures/COVERAGE.json', import.meta.url))
