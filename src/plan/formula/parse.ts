import { parseDecimal } from '../../measure/decimal.ts'
import { nearest } from '../../measure/nearest.ts'
import type { Message, Outcome } from '../../messages/message.ts'
import { FUNCTIONS, OPERATORS, type Formula, type FunctionName, type Operator } from './node.ts'

interface Token {
  readonly kind: 'number' | 'indicator' | 'name' | 'mark' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Formulas are written by people; what is longer or deeper is a mistake. */
const LONGEST = 4000
const DEEPEST = 100

class Fault extends Error {
  readonly told: Message
  constructor(rule: string, { start, end }: Pick<Token, 'start' | 'end'>, actual: string, expected = '') {
    super(rule)
    this.told = { rule, severity: 'error', start, end, actual, expected }
  }
}

/**
 * Reads a formula: numbers, indicators by code in square brackets (bare where the code is one word of letters, digits and
 * "_"), + - * / ( ), and calls with ";" between what they take. A number has no groups; its decimal mark is "." or ",", and
 * one with just three digits behind it is asked about, since it could be a thousand. Null with the fault and its place.
 */
export function parseFormula(text: string): Outcome<Formula | null> {
  try {
    if (text.length > LONGEST)
      throw new Fault('formula.too-long', { start: LONGEST, end: text.length }, String(text.length))
    return { value: new Parser(tokensOf(text)).whole(), messages: [] }
  } catch (error) {
    if (error instanceof Fault) return { value: null, messages: [error.told] }
    throw error
  }
}

const TOKEN_KINDS = ['number', 'indicator', 'name', 'mark'] as const
const TOKEN =
  /\s*(?:(?<number>\d+(?:[.,]\d+)*)|\[(?<indicator>[^[\]]*)\]|(?<name>[\p{L}_][\p{L}\p{M}\d_]*)|(?<mark>[-+*/()×÷−;:]))/uy

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) {
      const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)
      throw new Fault('formula.unknown-sign', { start, end: start + 1 }, text[start] ?? '', '+ - * / ( ) ;')
    }
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {}
    const kind = TOKEN_KINDS.find(each => groups[each] !== undefined) ?? 'mark'
    const found = groups[kind] ?? ''
    const start = TOKEN.lastIndex - match[0].trimStart().length
    tokens.push({ kind, text: SAME[found] ?? found, start, end: TOKEN.lastIndex })
    at = TOKEN.lastIndex
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length })
  return tokens
}

/** Signs that people type for the same. */
const SAME: Readonly<Record<string, string>> = { '×': '*', '÷': '/', ':': '/', '−': '-' }

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Formula {
    const formula = this.#sum()
    const rest = this.#peek()
    if (rest.kind !== 'end') throw new Fault('formula.unexpected', rest, rest.text, '+ - * /')
    return formula
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', start: 0, end: 0 }
  }

  #take(): Token {
    const token = this.#peek()
    this.#at += 1
    return token
  }

  #sum(): Formula {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor()))
  }

  #chain(operators: readonly Operator[], next: () => Formula): Formula {
    let left = next()
    for (;;) {
      const token = this.#peek()
      const operator = token.kind === 'mark' ? OPERATORS.find(each => each === token.text) : undefined
      if (!operator || !operators.includes(operator)) return left
      this.#take()
      const right = next()
      left = { kind: 'operation', operator, left, right, start: left.start, end: right.end }
    }
  }

  #factor(): Formula {
    this.#depth += 1
    const token = this.#take()
    if (this.#depth > DEEPEST) throw new Fault('formula.too-deep', token, token.text, String(DEEPEST))
    const formula = this.#of(token)
    this.#depth -= 1
    return formula
  }

  #of(token: Token): Formula {
    const { kind, text, start, end } = token
    if (kind === 'number') return { kind, value: numberOf(token), start, end }
    if (kind === 'indicator') {
      const code = text.trim().normalize('NFC')
      if (code === '') throw new Fault('formula.no-code', token, '[]', '[grdp]')
      return { kind, code, start, end }
    }
    if (kind === 'name') {
      const open = this.#peek()
      return open.kind === 'mark' && open.text === '('
        ? this.#call(token)
        : { kind: 'indicator', code: text.normalize('NFC'), start, end }
    }
    if (text === '-') {
      const of = this.#factor()
      return { kind: 'negative', of, start, end: of.end }
    }
    if (text === '(') {
      const inner = this.#sum()
      const close = this.#closed(token)
      return { ...inner, start, end: close.end }
    }
    throw new Fault(kind === 'end' ? 'formula.ends' : 'formula.unexpected', token, text, '[…], 123, (…), share(…; …)')
  }

  #closed(open: Token): Token {
    const close = this.#take()
    if (close.text !== ')') throw new Fault('formula.unclosed', open, open.text, ')')
    return close
  }

  #call(token: Token): Formula {
    const name = Object.keys(FUNCTIONS).find(each => each.toLowerCase() === token.text.toLowerCase()) as
      FunctionName | undefined
    if (!name) throw new Fault('formula.no-function', token, token.text, nearest(token.text, Object.keys(FUNCTIONS)))
    const open = this.#take()
    const of = [this.#sum()]
    while (this.#peek().text === ';') {
      this.#take()
      of.push(this.#sum())
    }
    const close = this.#closed(open)
    if (of.length !== FUNCTIONS[name])
      throw new Fault(
        'formula.takes',
        { start: token.start, end: close.end },
        String(of.length),
        `${name}: ${FUNCTIONS[name]}`,
      )
    const digits = of[1]
    if (name === 'round' && !(digits?.kind === 'number' && digits.value.scale === 0 && digits.value.coefficient <= 9n))
      throw new Fault('formula.round-digits', digits ?? token, '', '0 … 9')
    return { kind: 'call', name, of, start: token.start, end: close.end }
  }
}

function numberOf(token: Token) {
  const { text } = token
  if (/^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text))
    throw new Fault('formula.ambiguous-number', token, text, text.replace(/[.,]/g, ''))
  const value = parseDecimal(text.replace(',', '.'))
  if (!value) throw new Fault('formula.not-a-number', token, text, '1234.5')
  return value
}
