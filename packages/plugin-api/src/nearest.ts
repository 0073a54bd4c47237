export { nearest, suggest } from '@plumbline/kernel'
