export { demonstrationCsv, type DemonstrationRequest } from './csv.ts'
export { DEMONSTRATION, demonstrationPlan, type DemonstrationFile } from './plan.ts'
