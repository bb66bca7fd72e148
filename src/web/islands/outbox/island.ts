/**
 * The outbox: a worker that brings what a browser keeps to the server, so that pages type on while a report of thousands of
 * figures is put together and sent. It asks what stands, puts the edits over it and saves; what was cut off on the way is
 * asked again, so that a save whose answer was lost is not done twice.
 */
import type { Line } from '../grid/handed.ts'
import { editsOf, forgetEdits, type KeptEdit } from '../kept/database.ts'
import type { ReportKey } from '../kept/edit.ts'
import { merge, signature, totalsOf } from '../kept/merge.ts'
import type { Theirs, Tiding, Wake } from '../kept/messages.ts'

interface Standing {
  readonly version: number
  readonly state: string
  readonly lines: readonly Line[]
  readonly actor: string
}

/** What the server was last seen to hold, by report. */
const seen = new Map<string, Standing>()
const tries = new Map<string, number>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
let woken: Wake | null = null

const FIRST_TRY = 2000
const LONGEST_WAIT = 60_000
const OPEN = ['not-begun', 'draft', 'returned']
const MOST_ROUNDS = 4

addEventListener('message', ({ data }: MessageEvent<Wake>) => {
  woken = data
  const { report, base } = data
  if (report && base) {
    const id = `${report.round} ${report.organisation}`
    if (!seen.has(id)) seen.set(id, { ...base, actor: '' })
  }
  void wake(data)
})
addEventListener('online', () => {
  if (woken) void wake({ ...woken, now: true })
})

async function wake({ person, report, now }: Wake): Promise<void> {
  const edits = await editsOf(person, report).catch(() => [] as KeptEdit[])
  const reports = new Map(edits.map(edit => [`${edit.round} ${edit.organisation}`, edit]))
  for (const [id, { round, organisation, title }] of reports) {
    if (now) tries.delete(id)
    else if (timers.has(id)) continue
    clearTimeout(timers.get(id))
    timers.delete(id)
    const key = { person, round, organisation }
    // One sender at a time, whatever windows are open.
    await navigator.locks.request(`cotmoc ${id}`, () => send(key, title)).catch(() => again(key, title))
  }
}

/** The line is cut: tried again after a while, longer each time. */
async function again(key: ReportKey, title: string): Promise<void> {
  const id = `${key.round} ${key.organisation}`
  const count = tries.get(id) ?? 0
  tries.set(id, count + 1)
  const waiting = (await editsOf(key.person, key)).length
  tell({ ...of(key, title), kind: 'offline', waiting })
  clearTimeout(timers.get(id))
  timers.set(
    id,
    setTimeout(
      () => {
        timers.delete(id)
        void wake({ person: key.person, report: key })
      },
      Math.min(LONGEST_WAIT, FIRST_TRY * 2 ** count),
    ),
  )
}

const of = ({ round, organisation }: ReportKey, title: string) => ({ round, organisation, title })
const tell = (tiding: Tiding): void => postMessage(tiding)

/** Rejects where the line is cut. */
async function send(key: ReportKey, title: string): Promise<void> {
  const id = `${key.round} ${key.organisation}`
  const path = `/api/desk/reports/${encodeURIComponent(key.round)}/${encodeURIComponent(key.organisation)}`
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = await editsOf(key.person, key)
    if (edits.length === 0) return
    tell({ ...of(key, title), kind: 'sending' })
    const before = seen.get(id) ?? null
    const standing = before && round === 0 ? before : await ask(path, key, title, edits.length)
    if (!standing) return
    seen.set(id, standing)
    const merged = merge(standing.lines, edits)
    const { conflicts } = merged
    if (before && before.version !== standing.version) told(key, title, before, standing, merged.conflicts)
    else if (conflicts.length > 0) told(key, title, standing, standing, conflicts)
    if (!OPEN.includes(standing.state)) {
      tell({
        ...of(key, title),
        kind: 'closed',
        actor: standing.actor,
        state: standing.state,
        lines: theirsOf(standing, edits),
      })
      return
    }
    if (merged.taken.length === 0) {
      await forgetEdits(key, merged.settled)
      saved(key, title, standing, edits.length - merged.settled.length, merged.settled)
      return
    }
    const answer = await fetch(`${path}/save`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...whose(key) },
      body: JSON.stringify({ expected: standing.version, lines: merged.lines }),
    })
    if (answer.ok) {
      const now = (await answer.json()) as Standing
      tries.delete(id)
      seen.set(id, { version: now.version, state: now.state, lines: now.lines, actor: '' })
      const done = [...merged.taken, ...merged.settled]
      await forgetEdits(key, done)
      saved(key, title, now, edits.length - done.length, done)
      return
    }
    if (answer.status === 401 || answer.status === 403) {
      tell({ ...of(key, title), kind: 'signed-out', waiting: edits.length })
      return
    }
    if (answer.status >= 500) throw new Error(String(answer.status))
    const { error } = (await answer.json()) as {
      error: { code: string; message: string; rows?: { message?: string }[] }
    }
    if (error.code !== 'conflict' && error.code !== 'wrong-state') {
      tell({ ...of(key, title), kind: 'refused', reason: error.rows?.[0]?.message ?? error.message })
      return
    }
    // Somebody was faster: what stands now is asked, and the edits are put over that.
  }
}

/** Somebody else may have signed in since in another window: the server takes nothing under the wrong name. */
const whose = ({ person }: ReportKey) => ({ 'Cotmoc-Person': person })

/** What stands on the server; null where whoever asks may not know. */
async function ask(path: string, key: ReportKey, title: string, waiting: number): Promise<Standing | null> {
  const answer = await fetch(path, { cache: 'no-store', headers: whose(key) })
  if (answer.status === 401 || answer.status === 403) {
    tell({ ...of(key, title), kind: 'signed-out', waiting })
    return null
  }
  if (!answer.ok) throw new Error(String(answer.status))
  const { version, state, lines, steps } = (await answer.json()) as Standing & { steps: readonly { actor: string }[] }
  return { version, state, lines, actor: steps.at(-1)?.actor ?? '' }
}

function theirsOf({ lines }: Pick<Standing, 'lines'>, edits: readonly { readonly key: string }[]): Theirs[] {
  const standing = totalsOf(lines)
  return edits.map(({ key }) => ({ key, theirs: standing.get(key) ?? null }))
}

function saved(
  key: ReportKey,
  title: string,
  standing: Pick<Standing, 'version' | 'lines'>,
  left: number,
  done: readonly { key: string }[],
): void {
  tell({ ...of(key, title), kind: 'saved', version: standing.version, left, lines: theirsOf(standing, done) })
}

/** Tells of figures that changed between two versions, and of those that were edited here too. */
function told(
  key: ReportKey,
  title: string,
  before: Standing,
  now: Standing,
  conflicts: readonly { readonly edit: { readonly key: string }; readonly theirs: Line | null }[],
): void {
  const clash = new Set(conflicts.map(({ edit }) => edit.key))
  const [then, stands] = [totalsOf(before.lines), totalsOf(now.lines)]
  const others = [...new Set([...then.keys(), ...stands.keys()])].flatMap((id): Theirs[] => {
    const theirs = stands.get(id) ?? null
    return clash.has(id) || signature(theirs) === signature(then.get(id) ?? null) ? [] : [{ key: id, theirs }]
  })
  tell({
    ...of(key, title),
    kind: 'changed',
    actor: now.actor,
    version: now.version,
    others,
    conflicts: conflicts.map(({ edit, theirs }) => ({ key: edit.key, theirs })),
  })
}
