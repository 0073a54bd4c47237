export { imputeMultiply, type MultipleOptions } from './multiple.ts'
