/** A formula's text as words and signs, each with its offset. Full-width signs are the same as ordinary ones. */
export type TokenKind = 'number' | 'string' | 'name' | 'word' | 'sign' | 'end'

export interface Token {
  readonly kind: TokenKind
  /** Names and strings without quotes; words and signs in their ordinary form. */
  readonly text: string
  /** As it stands in the formula. */
  readonly raw: string
  readonly from: number
  readonly to: number
}

export interface TokenProblem {
  readonly code: 'FORMULA_CHARACTER' | 'FORMULA_QUOTE_OPEN' | 'FORMULA_NUMBER'
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Keywords and their Chinese skins: the same word to the parser. */
export const KEYWORDS: ReadonlyMap<string, string> = new Map(
  [
    ['if', '如果'],
    ['then', '那么'],
    ['else', '否则'],
    ['and', '且', '并且'],
    ['or', '或', '或者'],
    ['not', '非'],
    ['in', '属于'],
    ['between', '介于'],
    ['true', '真'],
    ['false', '假'],
  ].flatMap(([word = '', ...skins]) => [word, ...skins].map((written) => [written, word] as const)),
)

const SAME_SIGN: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '＋': '+',
  '－': '-',
  '−': '-',
  '＊': '*',
  '×': '*',
  '／': '/',
  '÷': '/',
  '＜': '<',
  '＞': '>',
  '＝': '=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '！': '!',
}
const SIGNS = ['**', '<=', '>=', '!=', '==', '+', '-', '*', '/', '<', '>', '=', '(', ')', ',']
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '`': '`', '「': '」' }

const SPACE = /[\s\u3000]/u
const NAME_START = /[\p{L}\p{Nl}_]/u
const NAME_PART = /[\p{L}\p{Nl}\p{M}\p{Nd}_]/u
const NUMBER = /^(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/

/**
 * Cuts a formula into tokens. Never throws: what is no token is a problem and is skipped.
 *
 * @returns Tokens with one of kind `end` last.
 */
export function tokensOf(formula: string): {
  readonly tokens: readonly Token[]
  readonly problems: readonly TokenProblem[]
} {
  const tokens: Token[] = []
  const problems: TokenProblem[] = []
  let at = 0
  while (at < formula.length) {
    if (SPACE.test(charAt(formula, at))) at++
    else {
      const next = tokenAt(formula, at)
      if ('code' in next) problems.push(next)
      else tokens.push(next)
      at = next.to
    }
  }
  return { tokens: [...tokens, { kind: 'end', text: '', raw: '', from: at, to: at }], problems }
}

const charAt = (formula: string, at: number): string => String.fromCodePoint(formula.codePointAt(at) ?? 0)

function tokenAt(formula: string, from: number): Token | TokenProblem {
  const char = charAt(formula, from)
  if (/[0-9.]/.test(char)) return numberAt(formula, from)
  if (QUOTES[char] !== undefined) return quotedAt(formula, from, QUOTES[char])
  if (NAME_START.test(char)) return nameAt(formula, from)
  const [first, second] = [same(char), same(charAt(formula, from + char.length))]
  const sign = SIGNS.find((one) => one === first + second && first.length === 1) ?? SIGNS.find((one) => one === first)
  if (sign === undefined) {
    return { code: 'FORMULA_CHARACTER', text: char, from, to: from + char.length }
  }
  const to = from + char.length + (sign.length > first.length ? charAt(formula, from + char.length).length : 0)
  return { kind: 'sign', text: sign === '==' ? '=' : sign, raw: formula.slice(from, to), from, to }
}

const same = (char: string): string => SAME_SIGN[char] ?? char

function numberAt(formula: string, from: number): Token | TokenProblem {
  const raw = NUMBER.exec(formula.slice(from, from + 400))?.[0] ?? '.'
  const to = from + raw.length
  const glued = raw === '.' || NAME_PART.test(charAt(formula, to)) || formula[to] === '.'
  if (glued || !Number.isFinite(Number(raw))) return { code: 'FORMULA_NUMBER', text: raw, from, to }
  return { kind: 'number', text: raw, raw, from, to }
}

/** `"…"` is a string, `` `…` `` and 「…」 a name that holds more than letters and digits. */
function quotedAt(formula: string, from: number, close: string): Token | TokenProblem {
  const end = formula.indexOf(close, from + 1)
  if (end < 0) return { code: 'FORMULA_QUOTE_OPEN', text: formula.slice(from, from + 20), from, to: formula.length }
  const kind = close === '"' || close === '”' ? 'string' : 'name'
  const to = end + close.length
  return { kind, text: formula.slice(from + 1, end), raw: formula.slice(from, to), from, to }
}

function nameAt(formula: string, from: number): Token {
  let to = from
  while (to < formula.length && NAME_PART.test(charAt(formula, to))) to += charAt(formula, to).length
  const raw = formula.slice(from, to)
  const word = KEYWORDS.get(raw)
  return word === undefined ? { kind: 'name', text: raw, raw, from, to } : { kind: 'word', text: word, raw, from, to }
}
