/**
 * Works out a written sum: + − × ÷ ^, brackets, `ln`, `min`. Only so that tests can do what a reader does with a pocket
 * calculator; it knows nothing of how the sum was written.
 */
export function workOut(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|ln|min|[()+−×÷^,]/g) ?? []
  let at = 0
  const next = () => tokens[at++] ?? ''
  const take = (wanted: string) => tokens[at] === wanted && Boolean(next())

  const sum = (): number => {
    let total = product()
    for (;;) {
      if (take('+')) total += product()
      else if (take('−')) total -= product()
      else return total
    }
  }
  const product = (): number => {
    let total = power()
    for (;;) {
      if (take('×')) total *= power()
      else if (take('÷')) total /= power()
      else return total
    }
  }
  const power = (): number => {
    const base = atom()
    return take('^') ? base ** atom() : base
  }
  const atom = (): number => {
    if (take('−')) return -atom()
    if (take('ln')) return Math.log(atom())
    if (take('min')) return Math.min(...list())
    if (take('(')) {
      const inner = sum()
      next()
      return inner
    }
    return Number(next())
  }
  const list = (): number[] => {
    next()
    const items = [sum()]
    while (take(',')) items.push(sum())
    next()
    return items
  }
  return sum()
}
