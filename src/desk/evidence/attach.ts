import { lastDay } from '../../measure/period.ts'
import { dayIn } from '../../measure/vietnam-time.ts'
import { sha256 } from '../../store/chain.ts'
import { evidenceOf, writeEvidence, writeFile, type Evidence, type EvidenceKey } from '../../store/evidence.ts'
import { loggedIfChanged, NOTHING } from '../../store/log.ts'
import { reportHistory } from '../../store/reports.ts'
import { liesIn, mapOn } from '../../territory/map.ts'
import { may } from '../policy.ts'
import type { Acting, DeskAround } from '../reports/act.ts'
import { askedBy, askedOfEach } from '../rounds/asked.ts'
import { roundById } from '../rounds/round.ts'
import { setupOf } from '../setup.ts'
import { evidenceType, LARGEST_EVIDENCE, LARGEST_EVIDENCE_MB } from './kind.ts'

/** Why nothing was attached or withdrawn; each is a code of the catalogue under `web.fault.`. */
export type EvidenceRefusal =
  | 'not-allowed'
  | 'no-round'
  | 'no-organisation'
  | 'not-open'
  | 'not-asked'
  | 'wrong-state'
  | 'evidence-too-large'
  | 'evidence-not-taken'
  | 'no-evidence'

export interface EvidenceRefused {
  readonly refused: EvidenceRefusal
  readonly values: Readonly<Record<string, string>>
}

const refuse = (refused: EvidenceRefusal, values: Readonly<Record<string, string>> = {}): EvidenceRefused => ({
  refused,
  values,
})

/** A report that nobody has in hand to judge: what is attached may still change. */
const OPEN: readonly (string | undefined)[] = [undefined, 'draft', 'returned']

/** A name as it is shown and offered again: its last part, without what a system could take for more than a name. */
const cleanName = (name: string): string =>
  (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e\u2066-\u2069]/g, '_')
    .trim()
    .slice(-120)

/** Attaches a file to a figure of a report that is still open, or says why not; the same file again changes nothing. */
export async function attachEvidence(
  around: DeskAround,
  acting: Acting,
  key: EvidenceKey,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ readonly hash: string } | EvidenceRefused> {
  const barred = await barrier(around, acting, key)
  if (barred) return barred
  if (file.bytes.length > LARGEST_EVIDENCE) return refuse('evidence-too-large', { size: String(LARGEST_EVIDENCE_MB) })
  const type = evidenceType(file.name, file.bytes)
  if (type === null) return refuse('evidence-not-taken', { name: cleanName(file.name) })
  const { store, tenant } = around
  const { by } = acting
  const hash = sha256(file.bytes)
  const name = cleanName(file.name)
  await loggedIfChanged(
    store,
    tenant,
    { by, kind: 'evidence', subject: subjectOf(key), after: { state: 'stands', sha256: hash, name, type } },
    async (trx, log) => {
      const there = await evidenceOf(trx, tenant, [key.round], key.organisation)
      if (there.some(each => isOf(each, key) && each.hash === hash)) return NOTHING
      await writeFile(trx, tenant, log, { hash, type, bytes: file.bytes })
      const moment = store.now().toISOString()
      await writeEvidence(trx, tenant, log, { ...key, hash, name, state: 'stands', actor: by.actor, moment })
      return true
    },
  )
  return { hash }
}

/** Takes a file back from a figure; its bytes stay, as everything that was told to the log does. */
export async function withdrawEvidence(
  around: DeskAround,
  acting: Acting,
  key: EvidenceKey,
  hash: string,
): Promise<{ readonly hash: string } | EvidenceRefused> {
  const barred = await barrier(around, acting, key)
  if (barred) return barred
  const { store, tenant } = around
  const { by } = acting
  const done = await loggedIfChanged(
    store,
    tenant,
    { by, kind: 'evidence', subject: subjectOf(key), before: { sha256: hash }, after: { state: 'withdrawn' } },
    async (trx, log) => {
      const there = await evidenceOf(trx, tenant, [key.round], key.organisation)
      const stands = there.find(each => isOf(each, key) && each.hash === hash)
      if (!stands) return NOTHING
      const moment = store.now().toISOString()
      await writeEvidence(trx, tenant, log, {
        ...key,
        hash,
        name: stands.name,
        state: 'withdrawn',
        actor: by.actor,
        moment,
      })
      return true
    },
  )
  return done ? { hash } : refuse('no-evidence')
}

const subjectOf = ({ round, organisation, indicator, area }: EvidenceKey) =>
  `${round} ${organisation} ${indicator} ${area}`

const isOf = (each: Evidence, { indicator, area }: EvidenceKey) => each.indicator === indicator && each.area === area

async function barrier(
  { store, tenant }: DeskAround,
  { member }: Acting,
  key: EvidenceKey,
): Promise<EvidenceRefused | null> {
  const setup = await setupOf(store, tenant)
  const round = roundById(key.round, setup.schedules, setup.calendar, setup.extensions)
  if (!round) return refuse('no-round', { round: key.round })
  const { organisation, indicator, area } = key
  if (!setup.organisations.has(organisation)) return refuse('no-organisation', { organisation })
  const map = mapOn(setup.territory, lastDay(round.period))
  const inside = (some: string, whole: string) => some === whole || liesIn(map, some, whole)
  if (!may(member, 'report.edit', { organisation, area }, inside)) return refuse('not-allowed', { verb: 'report.edit' })
  if (round.opens > dayIn(store.now())) return refuse('not-open', { round: round.id, opens: round.opens })
  const asked = askedOfEach(askedBy(round, setup.territory, setup.planAreas), setup.assignments).get(organisation) ?? []
  if (!asked.some(each => each.indicator === indicator && each.area === area))
    return refuse('not-asked', { figure: `${indicator} ${area}` })
  const { last } = await reportHistory(store.db, tenant, round.id, organisation)
  return OPEN.includes(last?.state) ? null : refuse('wrong-state', { state: last?.state ?? '', verb: 'attach' })
}
