export { standardDocument } from './outline.ts'
export { toDocx } from './render/docx.ts'
export { toHtml } from './render/html.ts'
export type { Block, StandardDocument, TableBlock, TableCell } from './model.ts'
