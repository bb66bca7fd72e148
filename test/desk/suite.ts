import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { isAbsent } from '../../src/measure/absence.ts'
import { decimalText } from '../../src/measure/decimal.ts'
import { reportingRates } from '../../src/desk/late/rates.ts'
import { standings } from '../../src/desk/late/standing.ts'
import { recordFinding } from '../../src/desk/findings/act.ts'
import { notify, sendNotices } from '../../src/desk/notices/notify.ts'
import { act, type Acted } from '../../src/desk/reports/act.ts'
import { REPORT_VERBS, TRANSITIONS, type ReportState, type ReportVerb } from '../../src/desk/reports/report.ts'
import { saveRules } from '../../src/desk/reports/rules.ts'
import { extendRound } from '../../src/desk/rounds/extend.ts'
import { setupOf } from '../../src/desk/setup.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { auditLines } from '../../src/store/audit-lines.ts'
import { define } from '../../src/store/definitions.ts'
import { history, observations } from '../../src/store/figures.ts'
import { noticesOf } from '../../src/store/notices.ts'
import type { Store } from '../../src/store/open.ts'
import { reportVersions } from '../../src/store/reports.ts'
import { month } from '../../src/measure/period.ts'
import {
  BY,
  emailOf,
  EVERYBODY,
  line,
  LINES,
  makeWorld,
  OFFICE,
  ROUND,
  TENANT,
  type Person,
  type World,
} from './world.ts'

/** What every engine must do alike. */
export function deskSuite(
  engine: string,
  open: (now: () => Date) => Promise<Store>,
  { runs = 12 }: { readonly runs?: number } = {},
): void {
  let world: World
  afterEach(async () => {
    expect((await verifyAudit(world.store, TENANT)).findings).toEqual([])
    await world.store.close()
  })
  const fresh = async () => (world = await makeWorld(open))
  const outcome = (acted: Acted) =>
    'refused' in acted ? acted.refused : `${acted.report.state} ${acted.report.version}`
  const rules = (acted: Acted) =>
    'refused' in acted ? acted.messages.map(each => `${each.rule} ${each.actual ?? ''}`) : []
  const figures = async () =>
    (await observations(world.store, TENANT)).map(
      each =>
        `${each.indicator} ${isAbsent(each.value) ? each.value.absent : decimalText(each.value)} ${each.status} ${each.source}`,
    )
  const published = async () => {
    await world.does('hoa', 'save', { lines: LINES })
    await world.does('hoa', 'submit', { expected: 1 })
    await world.does('giam_doc', 'approve', { expected: 2 })
    return world.does('lan', 'publish', { expected: 3 })
  }

  describe(`the desk on ${engine}`, () => {
    test('a report goes from draft to published figures, each step a line of the log', async () => {
      await fresh()
      expect(outcome(await world.does('hoa', 'save', { lines: LINES }))).toBe('draft 1')
      expect(await figures()).toEqual([])
      expect(outcome(await world.does('nam', 'submit', { expected: 1 }))).toBe('submitted 2')
      expect(outcome(await world.does('giam_doc', 'approve', { expected: 2 }))).toBe('approved 3')
      expect(await figures()).toEqual([])
      const done = await world.does('lan', 'publish', { expected: 3 })
      expect(outcome(done)).toBe('published 4')
      expect(await figures()).toEqual([`jobs 1200 provisional ${OFFICE}`, `poor 3.25 provisional ${OFFICE}`])
      const lines = await auditLines(world.store, TENANT, { kind: 'report' })
      expect(lines.map(each => each.actor)).toEqual(['hoa', 'nam', 'giam_doc', 'lan'].map(p => emailOf(p as Person)))
      // A published figure leads to its report by the number of the log.
      const [figure] = await observations(world.store, TENANT)
      expect(lines.at(-1)).toMatchObject({ number: figure?.log, subject: `${ROUND} ${OFFICE}` })
      expect('report' in done && done.report.log).toBe(figure?.log)
    })

    test('nobody approves or publishes their own work, whatever their roles', async () => {
      await fresh()
      await world.does('giam_doc', 'save', { lines: LINES })
      await world.does('hoa', 'submit', { expected: 1 })
      expect(outcome(await world.does('giam_doc', 'approve', { expected: 2 }))).toBe('own-work')
      expect(outcome(await world.does('pho', 'approve', { expected: 2 }))).toBe('approved 3')
      const both = {
        user: 'x',
        grants: (['reporter', 'approver', 'planner'] as const).map(role => ({ role, organisation: null, area: null })),
      }
      const acting = { member: both, by: { actor: emailOf('giam_doc') } }
      const given = { round: ROUND, organisation: OFFICE, expected: 3 }
      expect(outcome(await act({ store: world.store, tenant: TENANT }, acting, 'publish', given))).toBe('own-work')
    })

    test('a return needs a reason, and tells those whose figures these are', async () => {
      await fresh()
      await world.does('hoa', 'save', { lines: LINES })
      await world.does('hoa', 'submit', { expected: 1 })
      expect(outcome(await world.does('giam_doc', 'return', { expected: 2, reason: '  ' }))).toBe('no-reason')
      expect(outcome(await world.does('giam_doc', 'return', { expected: 2, reason: 'Sai đơn vị' }))).toBe('returned 3')
      expect(outcome(await world.does('giam_doc', 'approve', { expected: 3 }))).toBe('wrong-state')
      const told = await noticesOf(world.store, TENANT, { recipient: emailOf('nam') })
      expect(told[0]).toMatchObject({ kind: 'returned', detail: { reason: 'Sai đơn vị' } })
      expect(outcome(await world.does('nam', 'save', { expected: 3, lines: LINES }))).toBe('draft 4')
    })

    test('a published figure changes by a revision with a reason, and what was known stays known', async () => {
      await fresh()
      const first = await published()
      expect(outcome(await world.does('hoa', 'save', { expected: 4, lines: LINES }))).toBe('wrong-state')
      expect(outcome(await world.does('lan', 'revise', { expected: 4 }))).toBe('no-reason')
      expect(outcome(await world.does('lan', 'revise', { expected: 4, reason: 'Tính lại' }))).toBe('draft 5')
      expect(rules(await world.does('hoa', 'save', { expected: 5, lines: [line('poor', '3.5')] }))).toEqual([])
      expect(rules(await world.does('hoa', 'submit', { expected: 6 }))).toEqual([
        'desk.line-missing jobs P',
        'desk.line-dropped jobs P',
      ])
      await world.does('hoa', 'save', { expected: 6, lines: [line('poor', '3.5'), line('jobs', '1200')] })
      await world.does('hoa', 'submit', { expected: 7 })
      // Whoever approved the first may approve the revision; whoever entered it may not.
      expect(outcome(await world.does('giam_doc', 'approve', { expected: 8 }))).toBe('approved 9')
      expect(outcome(await world.does('thanh', 'publish', { expected: 9 }))).toBe('published 10')
      expect(await figures()).toEqual([`jobs 1200 provisional ${OFFICE}`, `poor 3.5 revised ${OFFICE}`])
      const key = { indicator: 'poor', method: '', area: 'P', map: null, breakdown: {}, source: OFFICE }
      const all = await history(world.store, TENANT, { ...key, period: month(2026, 3) })
      expect(all.map(each => (isAbsent(each.value) ? '' : decimalText(each.value)))).toEqual(['3.25', '3.5'])
      expect('report' in first && all[0]?.log).toBe('report' in first && first.report.log)
    })

    test('an official figure settles a provisional one without being called revised', async () => {
      await fresh()
      await published()
      await world.does('lan', 'revise', { expected: 4, reason: 'Số chính thức' })
      const lines = [line('poor', '3.3', { status: 'official' }), line('jobs', '1200', { status: 'official' })]
      await world.does('hoa', 'save', { expected: 5, lines })
      await world.does('hoa', 'submit', { expected: 6 })
      await world.does('pho', 'approve', { expected: 7 })
      await world.does('lan', 'publish', { expected: 8 })
      expect(await figures()).toEqual([`jobs 1200 official ${OFFICE}`, `poor 3.3 official ${OFFICE}`])
    })

    test('the second of two who act on one version is told who was faster, and nothing is lost', async () => {
      await fresh()
      await world.does('hoa', 'save', { lines: LINES })
      const [a, b] = await Promise.all([
        world.does('hoa', 'save', { expected: 1, lines: [line('poor', '1'), line('jobs', '2')] }),
        world.does('nam', 'save', { expected: 1, lines: [line('poor', '5'), line('jobs', '6')] }),
      ])
      expect([outcome(a), outcome(b)].sort()).toEqual(['conflict', 'draft 2'])
      const refused = [a, b].find(each => 'refused' in each)
      expect(refused).toMatchObject({ values: { version: '2', state: 'draft' } })
    })

    test('a double click does nothing twice', async () => {
      await fresh()
      await world.does('hoa', 'save', { lines: LINES })
      expect(outcome(await world.does('hoa', 'save', { lines: LINES }))).toBe('draft 1')
      const twice = await Promise.all([1, 2].map(() => world.does('hoa', 'submit', { expected: 1 })))
      expect(twice.map(outcome)).toEqual(['submitted 2', 'submitted 2'])
      expect(await reportVersions(world.store.db, TENANT, ROUND, OFFICE)).toHaveLength(2)
      expect(outcome(await world.does('nam', 'submit', { expected: 1 }))).toBe('conflict')
    })

    test('what is wrong with lines is told by place, and nothing is written', async () => {
      await fresh()
      const wrong = [
        line('poor', '3.255'),
        line('jobs', '-1'),
        line('jobs', '12'),
        line('doctors', '9'),
        line('nothing', '1'),
        line('poor', null, { absent: null }),
        line('poor', '1', { status: 'simulated', breakdown: { sex: 'F' } }),
        line('poor', '1', { method: 'm9', breakdown: { sex: 'M' } }),
        line('poor', '1,5', { breakdown: { place: 'rural' } }),
      ]
      const acted = await world.does('hoa', 'save', { lines: wrong })
      expect('refused' in acted && acted.messages.map(each => `${each.line} ${each.column} ${each.rule}`)).toEqual([
        '1 value exchange.too-many-decimals',
        '2 value desk.below-zero',
        '3 indicator desk.line-twice',
        '4 area desk.not-asked',
        '5 indicator exchange.unknown-indicator',
        '6 indicator desk.line-twice',
        '6 value desk.value-or-reason',
        '7 status exchange.not-a-status',
        '8 method exchange.unknown-method',
        '9 value exchange.not-a-number',
      ])
      expect(await reportVersions(world.store.db, TENANT, ROUND, OFFICE)).toEqual([])
    })

    test('rules that are handed in stop a submission, or pass with a warning', async () => {
      await fresh()
      await world.does('hoa', 'save', { lines: LINES })
      const acting = { member: world.member('hoa'), by: { actor: emailOf('hoa') } }
      const given = { round: ROUND, organisation: OFFICE, expected: 1 }
      const withRule = (severity: 'error' | 'warning') => ({
        store: world.store,
        tenant: TENANT,
        validate: () => Promise.resolve([{ rule: 'desk.below-zero', severity, line: 1, actual: '3.25' }]),
      })
      expect(outcome(await act(withRule('error'), acting, 'submit', given))).toBe('lines-refused')
      expect(outcome(await act(withRule('warning'), acting, 'submit', given))).toBe('submitted 2')
    })

    test('rules that were loaded are asked, with what is known of the same area', async () => {
      await fresh()
      await published()
      const rule = {
        id: 'jump',
        name: 'Không quá 20%',
        kind: 'jump',
        indicators: ['poor'],
        by: '20',
        severity: 'remark',
      }
      expect(await saveRules(world.store, TENANT, [rule], BY)).not.toBeNull()
      expect(await saveRules(world.store, TENANT, [rule], BY)).toBeNull()
      world.at('2026-05-02T09:00:00+07:00')
      const round = 'thang:2026-04'
      const april = (note: string) => [line('poor', '4', { note }), line('jobs', '1')]
      await world.does('hoa', 'save', { round, lines: april('') })
      expect(rules(await world.does('hoa', 'submit', { round, expected: 1 }))).toEqual(['rule.jump-remark 3.25 → 4'])
      await world.does('hoa', 'save', { round, expected: 1, lines: april('Rà soát lại theo chuẩn mới') })
      expect(outcome(await world.does('hoa', 'submit', { round, expected: 2 }))).toBe('submitted 3')
      await saveRules(world.store, TENANT, [], BY)
      await world.does('hoa', 'recall', { round, expected: 3 })
      await world.does('hoa', 'save', { round, expected: 4, lines: april('') })
      expect(outcome(await world.does('hoa', 'submit', { round, expected: 5 }))).toBe('submitted 6')
    })

    test('only who may, may; only in their office', async () => {
      await fresh()
      expect(outcome(await world.does('minh', 'save', { lines: LINES }))).toBe('not-allowed')
      expect(outcome(await world.does('an', 'save', { lines: LINES }))).toBe('not-allowed')
      expect(outcome(await world.does('lan', 'save', { lines: LINES }))).toBe('not-allowed')
      const bound = { user: 'x', grants: [{ role: 'reporter' as const, organisation: OFFICE, area: 'Q' }] }
      const acting = { member: bound, by: { actor: 'x@ls.vn' } }
      const given = { round: ROUND, organisation: OFFICE, expected: 0, lines: LINES }
      expect(outcome(await act({ store: world.store, tenant: TENANT }, acting, 'save', given))).toBe('not-allowed')
      expect(
        outcome(await act({ store: world.store, tenant: TENANT }, { ...acting, member: null }, 'save', given)),
      ).toBe('not-allowed')
      expect(outcome(await world.does('hoa', 'save', { round: 'thang:2026-04', lines: LINES }))).toBe('not-open')
      expect(outcome(await world.does('hoa', 'save', { round: 'thang:2026-Q1', lines: LINES }))).toBe('no-round')
      expect(outcome(await world.does('hoa', 'save', { organisation: 'so-x', lines: LINES }))).toBe('no-organisation')
      expect(outcome(await world.does('hoa', 'save', { organisation: 'ubnd', lines: LINES }))).toBe('nothing-asked')
    })

    test('whatever people do in whatever order: no illegal state, four eyes, figures as approved', async () => {
      const step = fc.record({
        person: fc.constantFrom(...EVERYBODY),
        verb: fc.constantFrom(...REPORT_VERBS),
        /** Most people do what the report is ready for. */
        ready: fc.integer({ min: 0, max: 9 }).map(n => n < 8),
        pick: fc.nat(20),
        poor: fc.integer({ min: 0, max: 9999 }),
        stale: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async steps => {
          await fresh()
          let [state, version] = [null as ReportState | null, 0]
          const hands = new Set<string>()
          let lines = LINES
          for (const { person, verb: any, ready, pick, poor, stale } of steps) {
            const legal = REPORT_VERBS.filter(each => TRANSITIONS[each].from.includes(state))
            const verb = ready ? (legal[pick % legal.length] ?? any) : any
            const sent = [line('poor', (poor / 100).toFixed(2)), line('jobs', String(poor))]
            const expected = stale && version > 0 ? version - 1 : version
            const acted = await world.does(person, verb, {
              expected,
              reason: 'vì',
              ...(verb === 'save' ? { lines: sent } : {}),
            })
            if ('refused' in acted) continue
            const { from, to, otherEyes } = TRANSITIONS[verb]
            // A repetition gives what stands already.
            if (acted.report.version === version) {
              expect(acted.report.state).toBe(state)
              continue
            }
            expect(acted.report.version).toBe(version + 1)
            expect(from).toContain(state)
            expect(acted.report.state).toBe(to)
            expect(allowed(person, verb)).toBe(true)
            if (otherEyes) expect(hands.has(person)).toBe(false)
            if (verb === 'publish') hands.clear()
            if (verb === 'save' || verb === 'submit' || verb === 'recall') hands.add(person)
            if (verb === 'save') lines = sent
            ;[state, version] = [to, acted.report.version]
            if (verb === 'publish')
              expect((await figures()).map(each => each.split(' ')[1]).sort()).toEqual(
                lines.map(each => String(Number(each.value))).sort(),
              )
          }
          const audit = await auditLines(world.store, TENANT, { kind: 'report' })
          expect(audit).toHaveLength(version)
          expect((await verifyAudit(world.store, TENANT)).findings).toEqual([])
          await world.store.close()
        }),
        { numRuns: runs },
      )
      await fresh()
    }, 120_000)

    test('what the desk works by is read anew when something of it was changed, once however many ask', async () => {
      const { store } = await fresh()
      const before = await setupOf(store, TENANT)
      await world.does('hoa', 'save', { lines: LINES })
      expect(await setupOf(store, TENANT)).toBe(before)
      await define(store, TENANT, 'organisation', { 'so-moi': { name: 'Sở mới', kind: 'office', parent: null } }, BY)
      const [one, other] = await Promise.all([setupOf(store, TENANT), setupOf(store, TENANT)])
      expect(one.organisations.get('so-moi')?.name).toBe('Sở mới')
      expect(other).toBe(one)
    })

    test('fifty people at once lose nothing', async () => {
      await fresh()
      const acts = Array.from({ length: 50 }, (_, i) =>
        world.does(i % 2 ? 'hoa' : 'nam', 'save', {
          expected: 0,
          lines: [line('poor', String(i)), line('jobs', String(i))],
        }),
      )
      const done = (await Promise.all(acts)).map(outcome)
      expect(done.filter(each => each === 'draft 1')).toHaveLength(1)
      expect(done.filter(each => each === 'conflict')).toHaveLength(49)
      const rounds = Array.from(
        { length: 50 },
        (_, i) => `thang:20${String(26 + Math.floor(i / 12))}-${String((i % 12) + 1).padStart(2, '0')}`,
      )
      world.at('2031-01-01T09:00:00+07:00')
      await Promise.all(
        rounds.filter(id => id !== ROUND).map(round => world.does('hoa', 'save', { round, lines: LINES })),
      )
      const submitted = await Promise.all(rounds.map(round => world.does('hoa', 'submit', { round, expected: 1 })))
      expect(submitted.filter(each => outcome(each) === 'submitted 2')).toHaveLength(50)
      const approved = await Promise.all(rounds.map(round => world.does('giam_doc', 'approve', { round, expected: 2 })))
      expect(approved.filter(each => outcome(each) === 'approved 3')).toHaveLength(50)
    }, 120_000)

    test('findings are told to the office at once, near their day and when it has passed, and each once', async () => {
      await fresh()
      const { store } = world
      world.at('2026-03-02T09:00:00+07:00')
      const about = { kind: 'organisation', id: OFFICE, name: 'Sở Lao động' } as const
      const found = { about, severity: 'serious', found: 'Thiếu nguồn.', demanded: 'Bổ sung.', due: '2026-03-20' }
      await recordFinding(store, TENANT, { ...found, organisation: OFFICE }, { actor: 'tra@ls.vn' })
      const told = async (moment: string) => {
        world.at(moment)
        await notify(store, TENANT, BY)
        const all = await noticesOf(store, TENANT)
        return all.filter(each => each.kind.startsWith('finding-')).map(each => `${each.kind} ${each.recipient}`)
      }
      // Its head, and whoever reports or approves for it.
      const office = ['giam.doc', 'hoa', 'nam', 'pho'].map(name => `${name}@ls.vn`)
      const recorded = office.map(each => `finding-recorded ${each}`)
      expect(await told('2026-03-13T09:00:00+07:00')).toEqual(recorded)
      const due = [...office.map(each => `finding-due ${each}`), ...recorded]
      expect(await told('2026-03-18T09:00:00+07:00')).toEqual(due)
      const late = [...office, 'tra@ls.vn'].map(each => `finding-late ${each}`).concat(due)
      expect(await told('2026-03-23T09:00:00+07:00')).toEqual(late)
      expect(await told('2026-03-24T09:00:00+07:00')).toEqual(late)
    })

    test('tells who is late and since when, reminds in order, and writes to nobody twice', async () => {
      await fresh()
      const setup = await setupOf(world.store, TENANT)
      const on = async (day: string) =>
        (await standings(world.store, TENANT, setup, { on: day, since: '2026-04-01' })).map(
          each => `${each.round.id} ${each.organisation} ${each.state} ${each.lateSince ?? '-'} ${each.daysLate}`,
        )
      // Due on the third working day of April 2026: the 3rd. The 6th and 7th are worked.
      expect(await on('2026-04-03')).toEqual([`${ROUND} ${OFFICE} not-begun - 0`, `${ROUND} so-y-te not-begun - 0`])
      expect(await on('2026-04-07')).toEqual([
        `${ROUND} ${OFFICE} not-begun 2026-04-03 2`,
        `${ROUND} so-y-te not-begun 2026-04-03 2`,
      ])
      const told = async (moment: string) => {
        world.at(moment)
        const fresh = await notify(world.store, TENANT, BY)
        return fresh
          .filter(each => each.round === ROUND && each.organisation === OFFICE)
          .map(each => `${each.kind} ${each.recipient}`)
          .sort()
      }
      expect(await told('2026-03-30T09:00:00+07:00')).toEqual([`opened ${emailOf('hoa')}`, `opened ${emailOf('nam')}`])
      expect(await told('2026-03-30T10:00:00+07:00')).toEqual([])
      expect(await told('2026-04-01T09:00:00+07:00')).toEqual([
        `reminder ${emailOf('hoa')}`,
        `reminder ${emailOf('nam')}`,
      ])
      expect(await told('2026-04-03T09:00:00+07:00')).toEqual([
        `due-today ${emailOf('hoa')}`,
        `due-today ${emailOf('nam')}`,
      ])
      expect(await told('2026-04-06T09:00:00+07:00')).toEqual([`late ${emailOf('hoa')}`, `late ${emailOf('nam')}`])
      expect(await told('2026-04-07T09:00:00+07:00')).toEqual([`to-head ${emailOf('giam_doc')}`])
      expect(await told('2026-04-09T09:00:00+07:00')).toEqual([
        `to-planner ${emailOf('lan')}`,
        `to-planner ${emailOf('thanh')}`,
      ])
      const mails: string[] = []
      const send = (recipient: string, notices: readonly unknown[]) => {
        if (recipient === emailOf('nam')) return Promise.reject(new Error('mailbox full'))
        mails.push(`${recipient} ${notices.length}`)
        return Promise.resolve()
      }
      const first = await sendNotices(world.store, TENANT, BY, send)
      expect(first.failed).toEqual([{ recipient: emailOf('nam'), detail: 'mailbox full' }])
      expect(first.sent).toBe(mails.length)
      expect(await sendNotices(world.store, TENANT, BY, send)).toEqual({ sent: 0, failed: first.failed })
      // Once it is submitted nobody is reminded, and the office counts as late.
      await world.does('hoa', 'save', { lines: LINES })
      await world.does('hoa', 'submit', { expected: 1 })
      expect(await told('2026-04-20T09:00:00+07:00')).toEqual([])
      const found = await standings(world.store, TENANT, setup, {
        on: '2026-04-20',
        since: '2026-04-01',
        organisation: OFFICE,
      })
      expect(found[0]).toMatchObject({
        state: 'submitted',
        submitted: '2026-04-09',
        lateSince: '2026-04-03',
        daysLate: 4,
      })
      expect(reportingRates(found, '2026-04-20')[0]).toEqual({
        organisation: OFFICE,
        rounds: 1,
        asked: 2,
        onTime: 0,
        late: 2,
        missing: 0,
      })
    })

    test('a round that is put off is not late before its new day', async () => {
      await fresh()
      expect(await extendRound(world.store, TENANT, ROUND, '2026-04-10', ' ', BY)).toEqual({ refused: 'no-reason' })
      expect(await extendRound(world.store, TENANT, ROUND, '2026-04-02', 'Mưa lũ', BY)).toEqual({
        refused: 'not-later',
      })
      expect(await extendRound(world.store, TENANT, 'thang:x', '2026-04-10', 'Mưa lũ', BY)).toEqual({
        refused: 'no-round',
      })
      expect(await extendRound(world.store, TENANT, ROUND, '2026-04-10', 'Mưa lũ', BY)).toMatchObject({
        due: '2026-04-10',
        extended: { from: '2026-04-03', reason: 'Mưa lũ' },
      })
      const setup = await setupOf(world.store, TENANT)
      const found = await standings(world.store, TENANT, setup, { on: '2026-04-09', since: '2026-04-05' })
      expect(found.map(each => each.lateSince)).toEqual([null, null])
    })
  })
}

/** The table of access for this office, written down a second time. */
const allowed = (person: Person, verb: ReportVerb): boolean => {
  const inOffice = ['hoa', 'nam', 'giam_doc', 'pho'].includes(person)
  switch (verb) {
    case 'save':
    case 'submit':
    case 'recall':
      return inOffice
    case 'approve':
      return ['giam_doc', 'pho'].includes(person)
    case 'return':
      return ['giam_doc', 'pho', 'lan', 'thanh'].includes(person)
    case 'publish':
    case 'revise':
      return ['lan', 'thanh'].includes(person)
    default:
      return verb satisfies never
  }
}
