export * from './catalogue.ts'
export * from './manifest.ts'
export * from './parse.ts'
export * from './json-schema.ts'
