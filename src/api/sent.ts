import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { say } from '../messages/catalogue.ts'
import type { Message, Outcome } from '../messages/message.ts'
import { Fault, FAULTS } from './faults.ts'
import { rowJson } from './rows.ts'
import { LARGEST_FILE, LARGEST_MB } from './upload.ts'

/** Refuses what is larger than the largest file: `too-large`. */
export const limited = (): MiddlewareHandler =>
  bodyLimit({
    maxSize: LARGEST_FILE,
    onError: () => {
      throw new Fault('too-large', { size: String(LARGEST_MB) })
    },
  })

/** The JSON that was sent, as its contract has it. Throws `bad-body`. */
export async function bodyOf<T>(c: Context, contract: z.ZodType<T>): Promise<T> {
  let body: unknown
  try {
    body = await c.req.json()
  } catch (error) {
    throw new Fault('bad-body', { detail: error instanceof Error ? error.message : String(error) })
  }
  const parsed = contract.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Fault('bad-body', { detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` })
}

/** Answers with what a table changed, or with every row that was refused. */
export async function taken<T>(
  c: Context,
  { value, messages }: Outcome<T | null>,
  save: (value: T) => Promise<{ readonly log: number; readonly value: { readonly ids: readonly string[] } } | null>,
): Promise<Response> {
  if (value !== null) {
    const done = await save(value)
    return c.json({ log: done?.log ?? null, changed: done?.value.ids.length ?? 0 })
  }
  return refusedRows(c, messages)
}

/** Every row of a file that was refused. */
export function refusedRows(c: Context, messages: readonly Message[]): Response {
  const values = { count: String(messages.length) }
  const message = say('web.fault.rows-refused', 'en', values)
  return c.json(
    { error: { code: 'rows-refused', message, values, rows: messages.map(rowJson) } },
    FAULTS['rows-refused'],
  )
}
