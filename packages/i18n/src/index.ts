export * from './language.ts'
export * from './faults/wording.ts'
export * from './faults/describe.ts'
export * from './ui/messages.ts'
export * from './ui/index.ts'
export { serverLine, type ServerMessage } from './server.ts'
export { cliMessages, type CliMessages, type CommandTexts } from './cli/index.ts'
export { fillText } from './fill.ts'
export { preparationLines, screenedUnitLine, type PreparationWords } from './preparation-lines.ts'
export { sampleFormula, type SampleDetail } from './sample-formula.ts'
export { filledText } from './formula.ts'
export {
  aggregateExpression,
  type Expression,
  type ExpressionChild,
  type NumberWriters,
} from './aggregate-expression.ts'
export { workbookTexts, type WorkbookTexts } from './ui/workbook.ts'
export { ruleText, type RuleWords } from './rule-text.ts'
export { documentTexts, type DocumentTexts } from './document.ts'
