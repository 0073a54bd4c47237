/** The Saltelli designs of `sobol.json`: outputs as recorded, or of the published function at the design's points. */
import { fixture } from '../uncertainty/support.ts'

type Figures = readonly number[]

export interface SobolCase {
  readonly N: number
  readonly layout: string
  /** Null where no outputs were recorded: they are worked out. */
  readonly Y: Figures | null
  readonly analytic: { readonly S1: Figures; readonly ST: Figures }
  readonly estimates: Readonly<Record<'S1_saltelli2010' | 'ST_jansen', Figures>> &
    Readonly<Record<string, Figures | undefined>> & { readonly S2_saltelli2002?: Readonly<Record<string, number>> }
  readonly SALib: { readonly S1_conf: Figures; readonly ST_conf: Figures }
}

export const { cases } = fixture<{ readonly cases: Readonly<Record<string, SobolCase>> }>('sensitivity/sobol')

/** Ishigami and Homma (1990), a = 7, b = 0.1; of a point in the unit cube. */
export const ishigami = ([a = 0, b = 0, c = 0]: Figures): number => {
  const [x, y, z] = [a, b, c].map((u) => Math.PI * (2 * u - 1)) as [number, number, number]
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
}
const G = [0, 1, 4.5, 9, 99, 99, 99, 99]
/** Sobol's G function. */
export const sobolG = (point: Figures): number =>
  point.reduce((product, x, index) => product * ((Math.abs(4 * x - 2) + (G[index] ?? 0)) / (1 + (G[index] ?? 0))), 1)

/** Where the outputs of a case lie: A, each AB, each BA where the design has them, B. */
export interface Design {
  readonly factors: number
  readonly outputs: Figures
  readonly a: Float64Array
  readonly b: Float64Array
  readonly ab: readonly Float64Array[]
  readonly ba: readonly Float64Array[]
}

/** The outputs of a case, by part of its design. */
export function designOf(name: string, { N, layout, Y, estimates }: SobolCase): Design {
  const factors = estimates.S1_saltelli2010.length
  const crossed = layout.includes('BA_1') ? factors : 0
  const stride = 2 + factors + crossed
  const outputs = Y ?? computed(name, { N, factors, crossed })
  const column = (offset: number): Float64Array =>
    Float64Array.from({ length: N }, (_, row) => outputs[row * stride + offset] ?? NaN)
  const from = (offset: number, count: number) => Array.from({ length: count }, (_, factor) => column(offset + factor))
  return {
    factors,
    outputs,
    a: column(0),
    b: column(stride - 1),
    ab: from(1, factors),
    ba: from(1 + factors, crossed),
  }
}

/** The outputs that were not recorded: the design's points are those of scipy's scrambled sequence. */
export function computed(
  name: string,
  { N, factors, crossed }: { readonly N: number; readonly factors: number; readonly crossed: number },
): Figures {
  const output = name.startsWith('ishigami') ? ishigami : sobolG
  return scrambledPoints(N, 2 * factors).flatMap((point) => {
    const [a, b] = [point.slice(0, factors), point.slice(factors)]
    const mixed = (one: Figures, other: Figures, count: number): number[] =>
      Array.from({ length: count }, (_, factor) => output(one.with(factor, other[factor] ?? NaN)))
    return [output(a), ...mixed(a, b, factors), ...mixed(b, a, crossed), output(b)]
  })
}

/** Points of a digital net from its direction numbers and first point, in Gray-code order; 30 bits. */
function scrambledPoints(points: number, dimensions: number): Figures[] {
  const nets =
    fixture<Readonly<Record<string, { readonly shift: Figures; readonly directions: readonly Figures[] }>>>(
      'sensitivity/scrambled-sobol',
    )
  const { shift, directions } = nets[String(dimensions)] ?? { shift: [], directions: [] }
  let state = shift
  return Array.from({ length: points }, (_, point) => {
    if (point > 0) {
      const bit = 31 - Math.clz32(point & -point)
      state = state.map((value, dimension) => value ^ (directions[dimension]?.[bit] ?? 0))
    }
    return state.map((value) => value / 2 ** 30)
  })
}
