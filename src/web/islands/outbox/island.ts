/**
 * The outbox: a worker that brings what a browser keeps to the server, so that pages type on while a report of thousands of
 * figures is put together and sent. It asks what stands, puts the edits over it and saves; what was cut off on the way is
 * asked again, so that a save whose answer was lost is not done twice.
 */
import type { Line } from '../grid/handed.ts'
import { editsOf, forgetEdits, keepEdits, type KeptEdit } from '../kept/database.ts'
import { SUBMIT, type Edit, type ReportKey } from '../kept/edit.ts'
import { digestOf, merge, signature, totalsOf } from '../kept/merge.ts'
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
  if (report && data.submit !== undefined)
    void wish({ person: data.person, ...report }, data.submit).then(() => wake(data))
  else void wake(data)
})
addEventListener('online', () => {
  if (woken) void wake({ ...woken, now: true })
})

/** Keeps that a report is to be submitted as it is seen now: what stands, with what was typed over it. */
async function wish(key: ReportKey, title: string): Promise<void> {
  const standing = seen.get(`${key.round} ${key.organisation}`)
  if (!standing) return
  const edits = (await editsOf(key.person, key)).filter(edit => edit.key !== SUBMIT)
  const text = digestOf(merge(standing.lines, edits).lines)
  const made = { key: SUBMIT, text, note: '', value: null, absent: null, wrong: false, from: '', at: Date.now() }
  await keepEdits([{ ...made, ...key, title, key: SUBMIT }])
}

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
  const edits = await editsOf(key.person, key)
  const submit = edits.some(edit => edit.key === SUBMIT)
  tell({ ...of(key, title), kind: 'offline', waiting: edits.length - Number(submit), submit })
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
    const all = await editsOf(key.person, key)
    if (all.length === 0) return
    const wished = all.find(edit => edit.key === SUBMIT) ?? null
    const edits = all.filter(edit => edit !== wished)
    tell({ ...of(key, title), kind: 'sending' })
    const before = seen.get(id) ?? null
    const standing = before && round === 0 ? before : await ask(path, key, title, edits.length)
    if (!standing) return
    seen.set(id, standing)
    const merged = merge(standing.lines, edits)
    const { conflicts } = merged
    if (before && before.version !== standing.version) told(key, title, before, standing, merged.conflicts)
    else if (conflicts.length > 0) told(key, title, standing, standing, conflicts)
    if (wished && conflicts.length > 0) await notSubmitted(key, title, wished, 'changed')
    // Submitted already, and only the answer was lost on the way.
    if (wished && edits.length === 0 && standing.state === 'submitted' && digestOf(standing.lines) === wished.text) {
      await forgetEdits(key, [wished])
      tell({ ...of(key, title), kind: 'submitted' })
      return
    }
    if (!OPEN.includes(standing.state)) {
      tell({
        ...of(key, title),
        kind: 'closed',
        actor: standing.actor,
        state: standing.state,
        lines: theirsOf(standing, edits),
      })
      if (wished) await notSubmitted(key, title, wished, 'changed')
      return
    }
    if (merged.taken.length === 0) {
      await forgetEdits(key, merged.settled)
      if (wished && conflicts.length === 0 && edits.length === merged.settled.length) {
        if (await submitted(path, key, title, wished, standing)) return
        continue
      }
      if (wished && conflicts.length === 0) await notSubmitted(key, title, wished, 'unread')
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
      if (wished) continue
      return
    }
    if (answer.status === 401 || answer.status === 403) {
      tell({ ...of(key, title), kind: 'signed-out', waiting: edits.length })
      return
    }
    if (answer.status >= 500) throw new Error(String(answer.status))
    const error = await errorOf(answer)
    if (error.code !== 'conflict' && error.code !== 'wrong-state') {
      tell({ ...of(key, title), kind: 'refused', reason: error.reason })
      if (wished) await notSubmitted(key, title, wished, 'refused', error.reason)
      return
    }
    // Somebody was faster: what stands now is asked, and the edits are put over that.
  }
}

/** Submits what stands; false where somebody was faster and it is to be looked at again. Rejects where the line is cut. */
async function submitted(
  path: string,
  key: ReportKey,
  title: string,
  wished: Edit,
  standing: Standing,
): Promise<boolean> {
  if (digestOf(standing.lines) !== wished.text) {
    await notSubmitted(key, title, wished, 'changed')
    return true
  }
  const answer = await fetch(`${path}/submit`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...whose(key) },
    body: JSON.stringify({ expected: standing.version }),
  })
  if (answer.ok) {
    await forgetEdits(key, [wished])
    seen.delete(`${key.round} ${key.organisation}`)
    tell({ ...of(key, title), kind: 'submitted' })
    return true
  }
  if (answer.status === 401 || answer.status === 403) {
    tell({ ...of(key, title), kind: 'signed-out', waiting: 1 })
    return true
  }
  if (answer.status >= 500) throw new Error(String(answer.status))
  const error = await errorOf(answer)
  if (error.code === 'conflict' || error.code === 'wrong-state') return false
  await notSubmitted(key, title, wished, 'refused', error.reason)
  return true
}

async function errorOf(answer: Response): Promise<{ readonly code: string; readonly reason: string }> {
  const { error } = (await answer.json()) as {
    error: { code: string; message: string; rows?: { message?: string }[] }
  }
  return { code: error.code, reason: error.rows?.[0]?.message ?? error.message }
}

/** What was kept to be submitted stays a draft: whoever pressed the button looks at it again. */
async function notSubmitted(
  key: ReportKey,
  title: string,
  wished: Edit,
  why: 'changed' | 'unread' | 'refused',
  reason = '',
): Promise<void> {
  await forgetEdits(key, [wished])
  tell({ ...of(key, title), kind: 'not-submitted', why, reason })
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
