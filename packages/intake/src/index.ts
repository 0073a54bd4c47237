export * from './contract.ts'
export * from './source.ts'
export * from './read-data-file.ts'
