import type { Store } from '../../store/open.ts'

/** So many wrong guesses are forgiven; each one more doubles the wait, from a minute to an hour. */
const FORGIVEN = 5
const FIRST_WAIT = 60_000
const LONGEST_WAIT = 3_600_000

/** Until when a subject (an account's address, a network address) must wait; null where it need not. */
export async function lockedUntil(store: Store, subjects: readonly string[]): Promise<Date | null> {
  const rows = await store.db
    .selectFrom('account_guesses')
    .select('until')
    .where('subject', 'in', [...subjects])
    .execute()
  const latest = rows
    .map(row => row.until)
    .sort()
    .at(-1)
  return latest !== undefined && latest > store.now().toISOString() ? new Date(latest) : null
}

/** Counts a wrong guess against each subject; the moment until which they must now wait, or null. */
export async function wrongGuess(store: Store, subjects: readonly string[]): Promise<Date | null> {
  let latest: Date | null = null
  for (const subject of subjects)
    await store.db.transaction().execute(async trx => {
      await trx
        .insertInto('account_guesses')
        .values({ subject, failures: 1, until: '' })
        .onConflict(conflict =>
          conflict.column('subject').doUpdateSet(eb => ({ failures: eb('account_guesses.failures', '+', 1 as never) })),
        )
        .execute()
      const [row] = await trx.selectFrom('account_guesses').select('failures').where('subject', '=', subject).execute()
      const over = Number(row?.failures ?? 0) - FORGIVEN
      if (over < 0) return
      const until = new Date(store.now().getTime() + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** over))
      await trx
        .updateTable('account_guesses')
        .set({ until: until.toISOString() })
        .where('subject', '=', subject)
        .execute()
      if (latest === null || until > latest) latest = until
    })
  return latest
}

/** A right answer clears an account; a network address waits its time out. */
export const rightGuess = async (store: Store, subject: string): Promise<void> => {
  await store.db.deleteFrom('account_guesses').where('subject', '=', subject).execute()
}
