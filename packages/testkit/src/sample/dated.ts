import { planAt, type Plan } from '@plumbline/kernel'

/**
 * A standard with its parameters read as of a date.
 *
 * @param asOf - ISO date; before the first value of a parameter that value's date is taken. The newest date of any
 * parameter where nothing is said, so that no clock decides.
 * @returns The same object where the standard has no parameters.
 */
export function dated<T extends { readonly plan: Plan }>(subject: T, asOf?: string): T {
  const params = subject.plan.framework.params ?? []
  if (params.length === 0) return subject
  const starts = params.map(({ values }) => values[0]?.from ?? '')
  const earliest = starts.reduce((latest, date) => (date > latest ? date : latest), '')
  const newest = params.flatMap(({ values }) => values.map(({ from }) => from)).reduce((a, b) => (a > b ? a : b), '')
  const date = asOf ?? newest
  return { ...subject, plan: planAt(subject.plan, date < earliest ? earliest : date) }
}
