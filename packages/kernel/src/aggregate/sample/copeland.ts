import { snap } from '../../numeric/grid.ts'
import { commonWeight, leadsOf } from './pairs.ts'
import { cell, type Sample, type SampleScores } from './sample.ts'

/** How a row does against each of the others. */
export interface CopelandFigures extends SampleScores {
  readonly wins: Int32Array
  readonly ties: Int32Array
  readonly losses: Int32Array
}

/**
 * Share of the weight in which one row is ahead of another, a tie counting half: COINr's outranking matrix.
 *
 * @returns m by m; 0 on the diagonal; 0.5 where the two have no column in common.
 * @example outranking(sample).slice(0, 4) // [0, 0.5, 1, 0]
 */
export function outranking(sample: Sample): Float64Array {
  const { rows, shares } = sample
  const leads = leadsOf(sample)
  const matrix = new Float64Array(rows * rows)
  for (let one = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++) {
      const ahead = leads(one, other)
      const common = commonWeight(sample, ahead)
      const share = common > 0 ? supportFor(ahead, shares, 1) / common : 0.5
      matrix[one * rows + other] = share
      matrix[other * rows + one] = 1 - share
    }
  }
  return matrix
}

/** Weight of the columns with a lead in this direction; half of those that tie. */
function supportFor(leads: Float64Array, shares: Float64Array, sign: 1 | -1): number {
  let support = 0
  for (let column = 0; column < leads.length; column++) {
    support += cell(shares, column) * voteOf(cell(leads, column), sign)
  }
  return support
}

const voteOf = (lead: number, sign: 1 | -1): number => (sign * lead > 0 ? 1 : lead === 0 ? 0.5 : 0)

/**
 * Copeland: each pair of rows is a vote of the columns with their weights; a row's number is its victories less its
 * defeats, here put on 0 to 100 as 50 (1 + number / (m - 1)). A pair is a tie where both halves are equal on the 1e-9
 * grid, and where the two have no column in common. Columns that one of them lacks do not vote.
 *
 * Points of a value: a victory gives 100 / (m - 1), a tie half of it, shared among the columns that voted for the row.
 *
 * @param sample - At least two rows.
 * @example copeland(sample).wins // [1, 1, 0, 3]
 * Source: Copeland (1951); Munda and Nardo (2009), doi:10.1080/00036840601019364; COINr, `a_copeland`.
 */
export function copeland(sample: Sample): CopelandFigures {
  const { rows, columns } = sample
  const points = new Float64Array(rows * columns)
  const [wins, ties, losses] = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)]
  const leads = leadsOf(sample)
  for (let one = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++) {
      const ahead = leads(one, other)
      const outcome = outcomeOf(sample, ahead)
      if (outcome === 0) {
        add(ties, one)
        add(ties, other)
      } else {
        add(wins, outcome > 0 ? one : other)
        add(losses, outcome > 0 ? other : one)
      }
      credit(sample, points, { row: one, leads: ahead, sign: 1, outcome: (1 + outcome) / 2 })
      credit(sample, points, { row: other, leads: ahead, sign: -1, outcome: (1 - outcome) / 2 })
    }
  }
  const score = Float64Array.from(wins, (won, row) => (100 * (won + (ties[row] ?? 0) / 2)) / (rows - 1))
  return { score, points, wins, ties, losses }
}

const add = (counts: Int32Array, row: number): void => {
  counts[row] = (counts[row] ?? 0) + 1
}

function outcomeOf(sample: Sample, leads: Float64Array): -1 | 0 | 1 {
  const common = commonWeight(sample, leads)
  if (!(common > 0)) return 0
  const share = snap(supportFor(leads, sample.shares, 1) / common)
  return share === 0.5 ? 0 : share > 0.5 ? 1 : -1
}

interface Credit {
  readonly row: number
  readonly leads: Float64Array
  readonly sign: 1 | -1
  /** 1 for a victory, 0.5 for a tie. */
  readonly outcome: number
}

function credit(sample: Sample, points: Float64Array, { row, leads, sign, outcome }: Credit): void {
  if (outcome === 0) return
  const won = (100 * outcome) / (sample.rows - 1)
  const support = supportFor(leads, sample.shares, sign)
  for (let column = 0; column < leads.length; column++) {
    const lead = cell(leads, column)
    const place = row * sample.columns + column
    const part =
      support > 0 ? (cell(sample.shares, column) * voteOf(lead, sign)) / support : cell(sample.weights, place)
    points[place] = cell(points, place) + won * part
  }
}
