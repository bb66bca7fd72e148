import { CompiledQuery, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { absent } from '../../src/measure/absence.ts'
import { decimal, decimalText } from '../../src/measure/decimal.ts'
import { years } from '../../src/measure/period.ts'
import { isAbsent } from '../../src/measure/absence.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { auditLine, auditLines, countAuditLines, type LinesAsked } from '../../src/store/audit-lines.ts'
import { forgetJobs, interruptJobs, jobById, listJobs, writeJob } from '../../src/store/jobs.ts'
import { catchUp, loadCube } from '../../src/store/cube.ts'
import { sha256 } from '../../src/store/chain.ts'
import { define, definition, definitionHistory, definitions } from '../../src/store/definitions.ts'
import { draftVersions, listDrafts, loadDocument, saveDocument, saveDraft } from '../../src/store/drafts.ts'
import { evidenceOf, fileBytes, writeEvidence, writeFile } from '../../src/store/evidence.ts'
import { history, observations } from '../../src/store/figures.ts'
import { importFigures, importStream } from '../../src/store/import-figures.ts'
import { ensureTenant, kindsSince, logAt, logEnd, logged, momentOf } from '../../src/store/log.ts'
import { migrate, STEPS } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/open.ts'
import { currentTerritory } from '../../src/store/territory.ts'
import { currentPlan, listPlans, publishPlan } from '../../src/store/plans.ts'
import { figure, plan } from './fixtures.ts'

const BY = { actor: 'an officer', subject: 'figures.csv' }

/**
 * The tables that a query reads from their beginning to their end: none where indexes answer it. PostgreSQL is told not to
 * read a small table whole only because it is small; a cluster tells of its nodes' plans what PostgreSQL tells of its own.
 */
async function walks(store: Store, query: CompiledQuery): Promise<string[]> {
  const walk = store.engine === 'sqlite' ? /^SCAN/ : /Seq Scan/
  return (await planOf(store, query)).filter(line => walk.test(line))
}

async function planOf(store: Store, { sql: text, parameters }: CompiledQuery): Promise<string[]> {
  return store.db.connection().execute(async db => {
    const explain = async (how: string) =>
      (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`${how} ${text}`, [...parameters]))).rows
    if (store.engine === 'sqlite') return (await explain('explain query plan')).map(row => String(row['detail']))
    await sql`set enable_seqscan = off`.execute(db)
    const rows = await explain('explain')
    await sql`reset enable_seqscan`.execute(db)
    return rows.map(row => String(row['QUERY PLAN']))
  })
}

/** Puts what two lines of the log say in each other's place, but for the columns that stay where they are. */
async function exchangeLines({ db }: Pick<Store, 'db'>, numbers: readonly [number, number], stay: readonly string[]) {
  const rows = await db
    .selectFrom('log')
    .selectAll()
    .where('tenant', '=', 'LS')
    .where('number', 'in', numbers as never)
    .orderBy('number')
    .execute()
  const [first, second] = rows.map(row =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'tenant' && !stay.includes(name))),
  )
  for (const [i, words] of [second, first].entries())
    await db
      .updateTable('log')
      .set(words ?? {})
      .where('tenant', '=', 'LS')
      .where('number', '=', numbers[i] as never)
      .execute()
}

/** What every engine must do alike. `open` gives an empty store whose clock is `tick`'s. */
export function storeSuite(
  engine: string,
  open: (now: () => Date, watch?: (query: CompiledQuery) => void) => Promise<Store>,
  lay: (store: Store) => Promise<unknown> = () => Promise.resolve(),
): void {
  let moment = Date.parse('2026-01-01T00:00:00Z')
  const clock = () => new Date(moment)
  const fresh = async () => {
    const store = await open(clock)
    expect(await migrate(store)).toEqual({ done: [...STEPS] })
    await lay(store)
    await ensureTenant(store.db, 'LS', 'Lạng Sơn')
    return store
  }
  const values = async (store: Store, asOf: number | null = null) =>
    (await observations(store, 'LS', { asOf })).map(
      o => `${o.indicator} ${o.period.start.slice(0, 4)} ${isAbsent(o.value) ? o.value.absent : decimalText(o.value)}`,
    )

  describe(engine, () => {
    test('evidence is kept once by its bytes, stands until it is taken back, and a byte changed is found', async () => {
      const store = await fresh()
      const bytes = new Uint8Array(300_000).map((_, i) => (i * 31) % 251)
      const hash = sha256(bytes)
      const key = { round: 'm:2026-03', organisation: 'o', indicator: 'poor', area: 'P' }
      const say = (state: 'stands' | 'withdrawn', area: string) =>
        logged(
          store,
          'LS',
          { by: BY, kind: 'evidence', subject: 'x', after: { sha256: hash, state } },
          async (trx, log) => {
            await writeFile(trx, 'LS', log, { hash, type: 'application/pdf', bytes })
            await writeEvidence(trx, 'LS', log, { ...key, area, hash, name: 'a.pdf', actor: 'x', moment: 'm', state })
          },
        )
      await say('stands', 'P')
      await say('stands', 'Q')
      await say('withdrawn', 'P')
      const standing = await evidenceOf(store.db, 'LS', ['m:2026-03'], 'o')
      expect(standing.map(each => [each.area, each.size])).toEqual([['Q', 300_000]])
      expect(await evidenceOf(store.db, 'LS', ['m:2026-02'])).toEqual([])
      expect(await fileBytes(store, 'LS', hash)).toEqual(bytes)
      expect(await fileBytes(store, 'other', hash)).toBeNull()
      expect((await verifyAudit(store, 'LS')).findings).toEqual([])
      await store.db.updateTable('files').set({ body: 'AAAA' }).where('tenant', '=', 'LS').execute()
      expect((await verifyAudit(store, 'LS')).findings).toEqual([
        { rule: 'audit.body-differs', number: 1, subject: `file ${hash}` },
      ])
      await store.close()
    })

    test('a second migration does nothing', async () => {
      const store = await fresh()
      expect(await migrate(store)).toEqual({ done: [] })
      await store.close()
    })

    test('a store that a newer program wrote is refused', async () => {
      const store = await fresh()
      await store.db
        .insertInto('kysely_migration' as never)
        .values({ name: '9999-later', timestamp: 'x' })
        .execute()
      expect(await migrate(store)).toEqual({ refused: 'newer', detail: '9999-later' })
      await store.close()
    })

    test('a job is written over as it goes on, found by who asked and by kind, and forgotten', async () => {
      const store = await fresh()
      const job = {
        id: 'j1',
        kind: 'backup',
        subject: '',
        actor: 'an@ls.vn',
        asked: '2026-01-01T00:00:00.000Z',
        seen: '2026-01-01T00:00:00.000Z',
        ended: '',
        progress: { doing: 'rows', done: 1, total: 5 },
        result: null,
      }
      await writeJob(store, 'LS', { ...job, state: 'running' })
      await writeJob(store, 'LS', { ...job, id: 'j2', kind: 'figures', state: 'running' })
      await interruptJobs(store, 'LS', '2026-01-01T00:00:00.000Z')
      expect(await jobById(store, 'LS', 'j1')).toEqual({ ...job, state: 'running' })
      const result = { said: 'backed-up', values: { rows: '5' }, file: 'x.gz' }
      await writeJob(store, 'LS', { ...job, state: 'done', ended: job.seen, result })
      expect(await jobById(store, 'LS', 'j1')).toMatchObject({ state: 'done', result })
      expect((await listJobs(store, 'LS', { actor: 'an@ls.vn' })).map(each => each.id)).toEqual(['j1', 'j2'])
      expect(await listJobs(store, 'LS', { kind: 'figures' })).toHaveLength(1)
      expect(await listJobs(store, 'LS', { actor: 'other' })).toEqual([])
      expect(await listJobs(store, 'other')).toEqual([])
      await interruptJobs(store, 'LS', '2026-01-02T00:00:00.000Z')
      expect((await listJobs(store, 'LS')).map(each => each.state)).toEqual(['done', 'interrupted'])
      expect(await forgetJobs(store, 'LS', '2026-01-02T00:00:00.000Z')).toEqual(['x.gz'])
      expect(await listJobs(store, 'LS')).toEqual([])
      await store.close()
    })

    test('lines of the audit are found in one question, whatever is asked', async () => {
      const store = await fresh()
      const by = { actor: 'hoa@ls.vn', origin: 'page', address: '10.0.0.7' } as const
      await define(store, 'LS', 'rule', { 'so-y-te': { text: 'Sở Y tế 100%' } }, by)
      await define(store, 'LS', 'rule', { so_y_te: { text: 'khác' } }, { actor: 'nam@ls.vn' })
      const found = async (asked: LinesAsked) => (await auditLines(store, 'LS', asked)).map(line => line.subject)
      expect(await found({ text: 'so y te 100%' })).toEqual(['so-y-te'])
      expect(await found({ text: 'SỞ Y TẾ' })).toEqual(['so-y-te'])
      expect(await found({ text: 'so_y' })).toEqual(['so_y_te'])
      expect(await found({ actor: 'hoa' })).toEqual(['so-y-te'])
      expect(await found({ actor: 'oa@ls.vn' })).toEqual([])
      expect(await found({ origin: '10.0.0.7' })).toEqual(['so-y-te'])
      expect(await found({ place: 'so_y_te' })).toEqual(['so_y_te'])
      expect(await found({ subject: 'so-y-te' })).toEqual(['so-y-te'])
      expect(await found({ newestFirst: true, limit: 1 })).toEqual(['so_y_te'])
      expect(await found({ numbers: [1] })).toEqual(['so-y-te'])
      expect(await found({ numbers: [] })).toEqual([])
      expect(await found({ before: 2 })).toEqual(['so-y-te'])
      // Counted whatever page is shown, and no further than asked.
      const counted = (asked: LinesAsked, most = 10) => countAuditLines(store, 'LS', asked, most)
      expect([await counted({}), await counted({ text: 'so y te 100%' }), await counted({ numbers: [] })]).toEqual([
        2, 1, 0,
      ])
      expect([await counted({ before: 2, after: 1 }), await counted({}, 1)]).toEqual([2, 2])
      expect(await auditLine(store, 'LS', 2)).toMatchObject({ subject: 'so_y_te' })
      expect(await auditLine(store, 'LS', 3)).toBeNull()
      await store.close()
    })

    test('figures come back to the last digit, absences with their reason', async () => {
      const store = await fresh()
      await importFigures(
        store,
        'LS',
        [
          figure('a', 2021, '31742.50'),
          figure('b', 2021, '-0.001'),
          figure('c', 2021, '9007199254740991'),
          figure('d', 2021, '1', { value: absent('notApplicable') }),
        ],
        BY,
      )
      expect(await values(store)).toEqual([
        'a 2021 31742.5',
        'b 2021 -0.001',
        'c 2021 9007199254740991',
        'd 2021 notApplicable',
      ])
      await store.close()
    })

    test('a value beyond the store’s integers is refused, and nothing of its file is kept', async () => {
      const store = await fresh()
      await expect(
        importFigures(
          store,
          'LS',
          [figure('a', 2021, '1'), figure('b', 2021, '1', { value: decimal(9007199254740993n) })],
          BY,
        ),
      ).rejects.toThrow(RangeError)
      expect(await values(store)).toEqual([])
      await store.close()
    })

    test('the same file twice changes nothing; a revision keeps what was known before', async () => {
      const store = await fresh()
      const first = await importFigures(store, 'LS', [figure('a', 2021, '12.20'), figure('a', 2022, '9')], BY)
      expect(first).toEqual({ log: 1, added: 2, unchanged: 0 })
      expect(await importFigures(store, 'LS', [figure('a', 2021, '12.2'), figure('a', 2022, '9')], BY)).toEqual({
        log: null,
        added: 0,
        unchanged: 2,
      })
      moment += 86_400_000
      expect(
        await importFigures(
          store,
          'LS',
          [figure('a', 2021, '12.25', { status: 'revised' }), figure('a', 2022, '9')],
          BY,
        ),
      ).toEqual({ log: 2, added: 1, unchanged: 1 })
      expect(await values(store)).toEqual(['a 2021 12.25', 'a 2022 9'])
      expect(await values(store, 1)).toEqual(['a 2021 12.2', 'a 2022 9'])
      expect((await history(store, 'LS', figure('a', 2021, '0'))).map(o => o.log)).toEqual([1, 2])
      await store.close()
    })

    test('current and as-of figures are found by an index, whatever lies beside them', async () => {
      const sent: CompiledQuery[] = []
      const store = await open(clock, query => sent.push(query))
      await migrate(store)
      for (const tenant of ['LS', 'other'])
        await importFigures(
          store,
          tenant,
          Array.from({ length: 400 }, (_, i) =>
            figure(`i${i % 20}`, 2000 + Math.floor(i / 20), '1', { area: `a${i % 10}` }),
          ),
          BY,
        )
      if (store.engine === 'postgres') await sql`analyze`.execute(store.db)
      sent.length = 0
      for (const asOf of [null, 1])
        await observations(store, 'LS', { asOf, indicators: ['i3', 'i4'], areas: ['a3', 'a4'] })
      await logAt(store, 'LS', clock().toISOString())
      const asked = [...sent]
      expect(asked.length).toBeGreaterThanOrEqual(5)
      for (const query of asked) {
        expect([query.sql, await walks(store, query)]).toEqual([query.sql, []])
        // Nor is all gone through that was learnt by then.
        expect((await planOf(store, query)).join('\n')).not.toContain('observations_log')
      }
      // A cube that knows all but what came behind number 1 asks for that alone.
      const territory = await currentTerritory(store, 'LS')
      const cube = await loadCube(store, 'LS', { territory, day: '2026-01-01', indicators: [], terms: [] }, 1)
      sent.length = 0
      expect([await catchUp(store, cube, 2), cube.log]).toEqual([true, 2])
      for (const query of [...sent]) expect((await planOf(store, query)).join('\n')).toContain('observations_log')
      await store.close()
    })

    test('an as-of moment resolves to a number of the log', async () => {
      const store = await fresh()
      const before = new Date(moment - 1).toISOString()
      await importFigures(store, 'LS', [figure('a', 2021, '1')], BY)
      expect(await logAt(store, 'LS', before)).toBe(0)
      expect(await logAt(store, 'LS', clock().toISOString())).toBe(1)
      expect(await momentOf(store, 'LS', 1)).toBe(clock().toISOString())
      expect(await logAt(store, 'other', clock().toISOString())).toBe(0)
      await store.close()
    })

    test('what was done since is told, but not of a log that says something else up to there', async () => {
      const store = await fresh()
      expect(await logEnd(store, 'LS')).toBeNull()
      await importFigures(store, 'LS', [figure('a', 2021, '1')], BY)
      const end = await logEnd(store, 'LS')
      expect(end?.number).toBe(1)
      if (!end) throw new Error('no log')
      await define(store, 'LS', 'rule', { r: { text: 'x' } }, BY)
      await importFigures(store, 'LS', [figure('a', 2021, '2')], BY)
      const since = await kindsSince(store, 'LS', end, 10)
      expect(since).toEqual({ end: await logEnd(store, 'LS'), kinds: ['rule', 'figures'] })
      expect(await kindsSince(store, 'LS', end, 2)).toBeNull()
      expect(await kindsSince(store, 'LS', { ...end, hash: 'another' }, 10)).toBeNull()
      expect(await kindsSince(store, 'LS', { ...end, number: 9 }, 10)).toBeNull()
      await store.close()
    })

    test('keys differ by method, area, map, period, breakdown and source', async () => {
      const store = await fresh()
      const variants = [
        {},
        { method: 'm' },
        { area: 'Q' },
        { map: '2020-01-01' },
        { period: years(2021, 2025) },
        { breakdown: { sex: 'F' } },
        { source: 'press' },
      ]
      await importFigures(
        store,
        'LS',
        variants.map((more, i) => figure('a', 2021, String(i), more)),
        BY,
      )
      expect(await observations(store, 'LS')).toHaveLength(variants.length)
      await store.close()
    })

    test('writers at the same time take one number of the log each', async () => {
      const store = await fresh()
      const done = await Promise.all(
        Array.from({ length: 8 }, (_, i) => importFigures(store, 'LS', [figure(`i${i}`, 2021, '1')], BY)),
      )
      expect(done.map(d => d.log).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      await store.close()
    })

    test('what was committed is read while a long import is under way; another change waits for its turn', async () => {
      const store = await fresh()
      await importFigures(store, 'LS', [figure('a', 2021, '1')], BY)
      const tell = { begun: (): void => undefined, goOn: (): void => undefined }
      const underWay = new Promise<void>(done => (tell.begun = done))
      const gate = new Promise<void>(done => (tell.goOn = done))
      async function* batches() {
        yield [figure('a', 2021, '2'), figure('b', 2021, '3')]
        tell.begun()
        await gate
        yield [figure('c', 2021, '4')]
      }
      const long = importStream(store, 'LS', { batches: batches() }, BY)
      await underWay
      const ended: string[] = []
      const short = importFigures(store, 'LS', [figure('d', 2021, '5')], BY).then(done => {
        ended.push('short')
        return done
      })
      expect(await values(store)).toEqual(['a 2021 1'])
      expect((await auditLines(store, 'LS')).map(line => line.number)).toEqual([1])
      expect(ended).toEqual([])
      tell.goOn()
      expect([(await long)?.log, (await short).log]).toEqual([2, 3])
      expect(await values(store)).toEqual(['a 2021 2', 'b 2021 3', 'c 2021 4', 'd 2021 5'])
      await store.close()
    })

    test('plans have versions; Vietnamese order and search without accents', async () => {
      const store = await fresh()
      for (const [id, name] of [
        ['b', 'Kế hoạch Đà Nẵng'],
        ['a', 'Kế hoạch Dĩ An'],
        ['c', 'Kế hoạch Ấn Hòa'],
      ] as const)
        await publishPlan(store, 'LS', plan(id, name), BY)
      expect((await listPlans(store, 'LS')).map(p => p.id)).toEqual(['c', 'a', 'b'])
      expect((await listPlans(store, 'LS', 'da nang')).map(p => p.id)).toEqual(['b'])
      const again = await publishPlan(store, 'LS', plan('a', 'Kế hoạch Dĩ An'), BY)
      expect(again.log).toBe(2)
      const changed = await publishPlan(
        store,
        'LS',
        { ...plan('a', 'Kế hoạch Dĩ An'), term: { from: 2021, to: 2024 } },
        BY,
      )
      expect(changed.log).toBe(4)
      expect((await currentPlan(store, 'LS', 'a', 3))?.plan.term.to).toBe(2025)
      expect((await currentPlan(store, 'LS', 'a'))?.plan.term.to).toBe(2024)
      expect(await currentPlan(store, 'XX', 'a')).toBeNull()
      await store.close()
    })

    test('a draft keeps every correction', async () => {
      const store = await fresh()
      const document = await saveDocument(
        store,
        'LS',
        { name: 'nq.md', format: 'markdown', text: 'Tỷ lệ hộ nghèo < 3%' },
        BY,
      )
      expect(await loadDocument(store, 'LS', document.id)).toEqual(document)
      const draft = { id: 'd1', document: document.id, plan: '', body: '{"a":1}', state: 'open' as const }
      await saveDraft(store, 'LS', draft, BY)
      await saveDraft(store, 'LS', { ...draft, body: '{"a":2}' }, BY)
      expect((await draftVersions(store, 'LS', 'd1')).map(d => d.body)).toEqual(['{"a":2}', '{"a":1}'])
      expect(await listDrafts(store, 'LS')).toHaveLength(1)
      await saveDraft(store, 'LS', { ...draft, state: 'published', plan: 'p' }, BY)
      expect(await listDrafts(store, 'LS')).toEqual([])
      await store.close()
    })

    test('a document keeps the file that it was taken from, also one that comes later, and the audit knows its hash', async () => {
      const store = await fresh()
      const document = { name: 'nq.docx', format: 'docx', text: 'Tỷ lệ hộ nghèo < 3%' }
      const bare = await saveDocument(store, 'LS', document, BY)
      expect(bare.file).toBe('')
      const source = { type: 'application/pdf', bytes: new Uint8Array([0, 255, 1, 2]) }
      const whole = await saveDocument(store, 'LS', document, BY, source)
      expect([whole.id, whole.log, whole.file]).toEqual([bare.id, bare.log, sha256(source.bytes)])
      expect(await loadDocument(store, 'LS', bare.id)).toEqual(whole)
      expect(await fileBytes(store, 'LS', whole.file)).toEqual(source.bytes)
      await saveDocument(store, 'LS', document, BY, source)
      expect((await logEnd(store, 'LS'))?.number).toBe(2)
      expect((await verifyAudit(store, 'LS')).findings).toEqual([])
      await store.close()
    })

    test('what is defined has versions; the same again changes nothing; what is retired is gone from then on', async () => {
      const store = await fresh()
      const first = await define(store, 'LS', 'organisation', { a: { name: 'Sở A' }, b: { name: 'Sở B' } }, BY)
      expect(first?.log).toBe(1)
      expect(await define(store, 'LS', 'organisation', { a: { name: 'Sở A' } }, BY)).toBeNull()
      await define(store, 'LS', 'organisation', { a: { name: 'Sở A mới' }, b: null }, BY)
      expect((await definitions(store, 'LS', 'organisation')).map(d => [d.id, d.body])).toEqual([
        ['a', { name: 'Sở A mới' }],
      ])
      expect((await definitions(store, 'LS', 'organisation', 1)).map(d => d.id)).toEqual(['a', 'b'])
      expect(await definition(store, 'LS', 'organisation', 'b')).toBeNull()
      expect((await definitionHistory(store, 'LS', 'organisation', 'b')).map(d => d.body)).toEqual([
        { name: 'Sở B' },
        null,
      ])
      const [, line] = await auditLines(store, 'LS')
      expect(JSON.parse(line?.before ?? '')).toEqual({ a: { name: 'Sở A' }, b: { name: 'Sở B' } })
      expect(JSON.parse(line?.after ?? '')).toEqual({ a: { name: 'Sở A mới' }, b: null })
      await store.close()
    })

    test('a clock that runs back does not turn the log round', async () => {
      const store = await fresh()
      await importFigures(store, 'LS', [figure('a', 2021, '1')], BY)
      moment -= 3_600_000
      await importFigures(store, 'LS', [figure('a', 2021, '2')], BY)
      expect(await momentOf(store, 'LS', 2)).toBe(await momentOf(store, 'LS', 1))
      moment += 3_600_000
      expect(await logAt(store, 'LS', clock().toISOString())).toBe(2)
      await store.close()
    })

    describe('the audit', () => {
      const filled = async () => {
        const store = await fresh()
        await importFigures(store, 'LS', [figure('a', 2021, '12.2'), figure('a', 2022, '9')], BY)
        await publishPlan(store, 'LS', plan('p', 'Kế hoạch'), BY)
        await define(store, 'LS', 'organisation', { a: { name: 'Sở Kế hoạch' } }, BY)
        await importFigures(store, 'LS', [figure('a', 2022, '9.5', { status: 'revised' })], { ...BY, actor: 'other' })
        return store
      }
      const rules = async (store: Store) => (await verifyAudit(store, 'LS')).findings.map(f => `${f.rule} ${f.number}`)

      test('is whole after what the program does', async () => {
        const store = await filled()
        expect(await verifyAudit(store, 'LS')).toEqual({ lines: 4, figures: 3, findings: [] })
        await store.close()
      })

      const TAMPERINGS: readonly (readonly [string, (store: Store) => Promise<unknown>, readonly string[]])[] = [
        [
          'a line that was changed',
          ({ db }) =>
            db.updateTable('log').set({ actor: 'nobody' }).where('tenant', '=', 'LS').where('number', '=', 2).execute(),
          ['audit.line-changed 2'],
        ],
        [
          'a line that was taken out',
          ({ db }) => db.deleteFrom('log').where('tenant', '=', 'LS').where('number', '=', 3).execute(),
          ['audit.line-missing 3', 'audit.link-broken 4'],
        ],
        [
          'two lines that changed places',
          store => exchangeLines(store, [2, 3], ['number']),
          [
            'audit.line-changed 2',
            'audit.link-broken 2',
            'audit.line-changed 3',
            'audit.link-broken 3',
            'audit.link-broken 4',
            'audit.body-differs 2',
            'audit.body-differs 3',
          ],
        ],
        [
          'two lines whose words changed places, hashes and moments left',
          store => exchangeLines(store, [2, 3], ['number', 'moment', 'previous', 'hash']),
          ['audit.line-changed 2', 'audit.line-changed 3', 'audit.body-differs 2', 'audit.body-differs 3'],
        ],
        [
          'lines cut off at the end',
          ({ db }) => db.deleteFrom('log').where('tenant', '=', 'LS').where('number', '=', 4).execute(),
          ['audit.head-differs 4'],
        ],
        [
          'a figure that was changed',
          ({ db }) =>
            db
              .updateTable('observations')
              .set({ status: 'official' })
              .where('tenant', '=', 'LS')
              .where('log', '=', 4 as never)
              .execute(),
          ['audit.figures-differ 4'],
        ],
        [
          'figures that were taken out',
          ({ db }) =>
            db
              .deleteFrom('observations')
              .where('tenant', '=', 'LS')
              .where('log', '=', 1 as never)
              .execute(),
          ['audit.figures-differ 1'],
        ],
        [
          'a definition that was changed, its hash with it',
          ({ db }) =>
            db
              .updateTable('definitions')
              .set({ body: '{"name":"x"}', hash: sha256('{"name":"x"}') })
              .where('tenant', '=', 'LS')
              .execute(),
          ['audit.body-differs 3'],
        ],
        [
          'a plan that was changed, its hash with it',
          ({ db }) =>
            db
              .updateTable('plan_versions')
              .set({ body: '{}', hash: sha256('{}') })
              .where('tenant', '=', 'LS')
              .execute(),
          ['audit.body-differs 2'],
        ],
      ]
      test.each(TAMPERINGS)('finds %s', async (_, tamper, expected) => {
        const store = await filled()
        await tamper(store)
        expect(await rules(store)).toEqual(expected)
        await store.close()
      })

      test('is searched by who, what and words, with or without accents', async () => {
        const store = await filled()
        const numbers = async (asked: LinesAsked) => (await auditLines(store, 'LS', asked)).map(line => line.number)
        expect(await numbers({ actor: 'other' })).toEqual([4])
        expect(await numbers({ kind: 'figures' })).toEqual([1, 4])
        expect(await numbers({ text: 'so ke hoach' })).toEqual([3])
        expect(await numbers({ after: 2, limit: 1 })).toEqual([3])
        expect(await numbers({ from: '2100-01-01T00:00:00.000Z' })).toEqual([])
        await store.close()
      })
    })
  })
}
