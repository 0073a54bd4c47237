export * from './weighting/index.ts'
export * from './audit/index.ts'
