import {
  Blank,
  fault,
  FaultError,
  heavier,
  isBranch,
  type CodeSpec,
  type Column,
  type Dataset,
  type Fault,
  type Plan,
} from '@plumbline/kernel'
import type { Outcome, ProgramFault } from './messages.ts'
import type { InputValue, ProgramInput } from './program.ts'
import type { Sandbox } from './sandbox.ts'

/** A plan with the sources of its programs, by the path that the framework names. */
export interface Coded {
  readonly plan: Plan
  readonly programs: Readonly<Record<string, string>>
}

/** True where an indicator of the plan has a program. */
export const hasCode = ({ nodes }: Plan): boolean =>
  nodes.some((node) => !isBranch(node) && node.spec.code !== undefined)

/**
 * Runs the programs of a standard over a dataset.
 *
 * A program gets a unit's inputs by id: numbers as they are, true and false, choices as the number of their option from
 * 0. A unit that lacks an input is not shown to it: the value is missing, with the blank that says most about what is
 * still to be done.
 *
 * @returns The dataset with a computed column for each indicator that has a program; the same object where none has.
 * @throws FaultError with every fault of every program, each once with the first unit that has it and their number;
 * COMPUTED_COLUMN_GIVEN - the data have a column for what a program works out.
 */
export async function withCode(sandbox: Sandbox, { plan, programs }: Coded, dataset: Dataset): Promise<Dataset> {
  const coded = plan.nodes.flatMap((node) =>
    !isBranch(node) && node.spec.code ? [{ id: node.spec.id, code: node.spec.code }] : [],
  )
  if (coded.length === 0) return dataset
  const columns = new Map(dataset.columns)
  const faults: Fault[] = []
  for (const { id, code } of coded) {
    if (dataset.columns.has(id)) faults.push(fault('COMPUTED_COLUMN_GIVEN', {}, { id }))
    else columns.set(id, await columnOf(id, code))
  }
  if (faults.length > 0) throw new FaultError(faults)
  return { ...dataset, columns }

  async function columnOf(id: string, code: CodeSpec): Promise<Column> {
    const blanks = blanksOf(dataset, code.inputs)
    const rows = [...blanks.keys()].filter((row) => blanks[row] === Blank.none)
    const inputs = rows.map((row) => inputOf(plan, dataset, { code, row }))
    const program = { file: code.file, source: programs[code.file] ?? '' }
    const outcomes = await sandbox.run(program, inputs).catch((error: unknown) => {
      if (!(error instanceof FaultError)) throw error
      faults.push(...error.faults.map((one) => ({ ...one, at: { ...one.at, id } })))
      return []
    })
    faults.push(...faultsOf(outcomes, { id, file: code.file, dataset, rows }))
    return columnFrom(outcomes, { blanks, rows })
  }
}

/** By row, what of the inputs is missing. */
function blanksOf({ size, columns }: Dataset, inputs: readonly string[]): Uint8Array {
  const blanks = new Uint8Array(size)
  for (const id of inputs) {
    const column = columns.get(id)
    for (let row = 0; row < size; row++)
      blanks[row] = heavier(asBlank(blanks[row]), column ? asBlank(column.blanks[row]) : Blank.unanswered)
  }
  return blanks
}

/** Parse step: a column holds nothing but blanks. */
const asBlank = (value: number | undefined): Blank => (value ?? 0) as Blank

interface Place {
  readonly code: CodeSpec
  readonly row: number
}

function inputOf({ framework }: Plan, { columns }: Dataset, { code, row }: Place): ProgramInput {
  const types = new Map((framework.inputs ?? []).map(({ id, type }) => [id, type]))
  return Object.fromEntries(
    code.inputs.map((id): [string, InputValue] => {
      const value = columns.get(id)?.values[row] ?? null
      return [id, types.get(id) === 'boolean' ? value === 1 : value]
    }),
  )
}

interface Answers {
  readonly blanks: Uint8Array
  /** Rows that were asked for, in the order of the outcomes. */
  readonly rows: readonly number[]
}

function columnFrom(outcomes: readonly (Outcome | null)[], { blanks, rows }: Answers): Column {
  const values = new Float64Array(blanks.length).fill(NaN)
  const own = Uint8Array.from(blanks)
  for (const [index, row] of rows.entries()) {
    const outcome = outcomes[index]
    const value = outcome?.kind === 'value' ? outcome.value : null
    if (value === null) own[row] = Blank.notAvailable
    else values[row] = value
  }
  return { values, blanks: own, computed: true }
}

interface Run {
  readonly id: string
  readonly file: string
  readonly dataset: Dataset
  readonly rows: readonly number[]
}

/** One fault for each thing that went wrong at one place, with the first unit it happened to. */
function faultsOf(outcomes: readonly (Outcome | null)[], { id, file, dataset, rows }: Run): readonly Fault[] {
  const found = new Map<string, { readonly fault: ProgramFault; readonly row: number; units: number }>()
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome?.kind !== 'fault') continue
    const key = JSON.stringify([outcome.code, outcome.params, outcome.line, outcome.column])
    const known = found.get(key)
    if (known) known.units++
    else found.set(key, { fault: outcome, row: rows[index] ?? 0, units: 1 })
  }
  return [...found.values()].map(({ fault: { code, params, line, column }, row, units }) => ({
    code,
    severity: 'error',
    params: { ...params, units },
    at: {
      file,
      ...(line !== null && { line }),
      ...(line !== null && column !== null && { column }),
      id,
      unit: dataset.units[row] ?? '',
      period: dataset.periods[row] ?? '',
    },
  }))
}
