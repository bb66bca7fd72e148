import { parseArgs, type ParseArgsConfig } from 'node:util'
import { say } from '../messages/catalogue.ts'
import type { Command, Surroundings } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>

interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly positionals: readonly string[]
}

/** The arguments of a command; a string says what is wrong with them. */
function parsed(args: readonly string[], options: Options): Parsed | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values: values as Parsed['values'], positionals }
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
  }
}

/** The arguments of a command that takes up to `most` files, at least `least`; null after its usage was told. */
export function called(
  command: Command,
  args: readonly string[],
  around: Surroundings,
  options: Options,
  [least, most]: readonly [number, number] = [0, 0],
): Call | null {
  const read = parsed(args, options)
  if (typeof read === 'string' || read.positionals.length < least || read.positionals.length > most) {
    around.err(`${say('cli.usage', around.language, { usage: command.usage })}\n`)
    return null
  }
  const { values, positionals } = read
  return {
    file: positionals[0],
    second: positionals[1],
    third: positionals[2],
    text: name => (typeof values[name] === 'string' ? values[name] : undefined),
    all: name => {
      const given = values[name]
      return Array.isArray(given) ? (given as readonly string[]) : []
    },
    is: name => values[name] === true,
  }
}

export interface Call {
  /** The first argument that is no option. */
  readonly file: string | undefined
  readonly second: string | undefined
  readonly third: string | undefined
  /** The text of an option, where it was given. */
  readonly text: (name: string) => string | undefined
  /** The texts of an option that may be given several times. */
  readonly all: (name: string) => readonly string[]
  readonly is: (name: string) => boolean
}
