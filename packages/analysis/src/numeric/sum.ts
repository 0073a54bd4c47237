export { compensatedSum as sum } from '@plumbline/kernel'
