/** How a branch's score came from its children, with the numbers in the formula. */
import { aggregateExpression, fillText, type UiMessages } from '@plumbline/i18n'
import type { TraceBranch, TraceNode } from '@plumbline/kernel'
import { plain } from './plain.ts'

type Words = Texts<UiMessages['formula']>
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** null where the branch has no score. */
export function aggregateFormula(node: TraceBranch, { formula }: { readonly formula: Words }): string | null {
  if (node.score === null) return null
  const counted = node.children.filter((child) => child.effectiveWeight > 0 || child.state === 'scored')
  const scored = counted.map((child) => ({
    child,
    weight: plain(child.effectiveWeight),
    score: plain(child.score ?? 0),
  }))
  const special = aggregateExpression(
    node,
    counted.map((child) => ({ weight: child.effectiveWeight, score: child.score ?? 0 })),
    { weight: plain, score: plain, fine: (value) => plain(value, 6) },
  )
  if (special)
    return `${special.expression} = ${plain(node.score)}  (${fillText(formula[special.note.key], special.note.values)})`
  return `${expression(node, scored, formula)} = ${plain(node.score)}`
}

interface Counted {
  readonly child: TraceNode
  readonly weight: string
  readonly score: string
}

function expression({ aggregate, children }: TraceBranch, scored: readonly Counted[], formula: Words): string {
  switch (aggregate.method) {
    case 'arithmetic':
      return scored.map(({ weight, score }) => `${weight} × ${score}`).join(' + ')
    case 'geometric':
      return scored.map(({ weight, score }) => `${score}^${weight}`).join(' × ')
    case 'harmonic':
      return `1 ÷ (${scored.map(({ weight, score }) => `${weight} ÷ ${score}`).join(' + ')})`
    case 'power': {
      const exponent = plain(aggregate.exponent)
      return `(${scored.map(({ weight, score }) => `${weight} × ${score}^${exponent}`).join(' + ')})^(1 ÷ ${exponent})`
    }
    case 'minimum':
      return `min(${scored.map(({ score }) => score).join(', ')})`
    case 'staircase':
      return stairs(aggregate.metAt, children, formula)
    case 'product':
      return `100 × ${scored.map(({ score }) => `${score} ÷ 100`).join(' × ')}`
    case 'deduct':
      return [
        plain(aggregate.full),
        ...scored.map(({ child, score }) => `${plain(child.weight)} × (100 − ${score}) ÷ 100`),
      ].join(' − ')
    case 'bonus': {
      const [base, ...others] = scored
      if ((base?.child.score ?? 0) <= aggregate.above) {
        return fillText(formula.baseNotAbove, { base: base?.score ?? '', above: plain(aggregate.above) })
      }
      const sum = others.map(({ child, score }) => `${plain(child.weight)} × ${score} ÷ 100`)
      return `${[base?.score ?? '', ...sum].join(' + ')} (${fillText(formula.cappedAt, { max: plain(aggregate.max) })})`
    }
    default:
      return ''
  }
}

function stairs(metAt: number, children: readonly TraceNode[], formula: Words): string {
  const first = children.findIndex((child) => (child.score ?? 0) < metAt)
  const met = first < 0 ? children.length : first
  const rest = first < 0 ? '' : ` + ${plain(children[first]?.score ?? 0)} ÷ 100`
  const said = fillText(formula.stairs, { met, of: children.length, metAt: plain(metAt) })
  return `${said}; 100 × (${met}${rest}) ÷ ${children.length}`
}
