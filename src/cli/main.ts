import { say } from '../messages/catalogue.ts'
import type { Command, ExitCode, Surroundings } from './command.ts'
import { audit } from './commands/audit.ts'
import { backupCommand } from './commands/backup.ts'
import { check } from './commands/check.ts'
import { db } from './commands/db.ts'
import { evaluate } from './commands/evaluate.ts'
import { desk } from './commands/desk.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { indicator } from './commands/indicator.ts'
import { member } from './commands/member.ts'
import { organisation } from './commands/organisation.ts'
import { read } from './commands/read.ts'
import { restoreCommand } from './commands/restore.ts'
import { round } from './commands/round.ts'
import { rule } from './commands/rule.ts'
import { serve } from './commands/serve.ts'
import { territory } from './commands/territory.ts'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  read,
  check,
  evaluate,
  importCommand,
  exportCommand,
  territory,
  indicator,
  rule,
  organisation,
  round,
  desk,
  serve,
  member,
  backupCommand,
  restoreCommand,
  audit,
  db,
]

/** Runs a call and tells its exit code; touches nothing but what it is handed. */
export async function call(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    around.out(help(around))
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find(candidate => candidate.name === name)
  if (!command) {
    around.err(`${say('cli.unknown', around.language, { name, known: COMMANDS.map(each => each.name).join(', ') })}\n`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    around.out(`${command.usage}\n    ${say(command.about, around.language)}\n`)
    return 0
  }
  return command.run(rest, around)
}

const help = ({ language }: Surroundings) =>
  COMMANDS.map(command => `${command.usage}\n    ${say(command.about, language)}\n`).join('')

/** The process's own surroundings: the only place that reads them. */
export async function main(args: readonly string[]): Promise<void> {
  const { env } = process
  const tongue = env['COTMOC_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'vi'
  // A reader that went away (`cotmoc read … | head`) is no fault of this program.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await call(args, {
    language: /^en/i.test(tongue) ? 'en' : 'vi',
    env,
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    now: () => new Date(),
  })
}
