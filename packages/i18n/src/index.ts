export * from './language.ts'
export * from './faults/wording.ts'
export * from './faults/describe.ts'
