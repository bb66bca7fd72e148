import { writeJob } from '../../src/store/jobs.ts'
import { publishPlan } from '../../src/store/plans.ts'
import { COUNTED_PLAN } from './addresses.ts'
import { COMMUNES, emailOf, LINES, linesOfCommunes, openReporting, type Reporting } from './reporting.ts'
import { examplePlan, fileForm, importExample, RESOLUTION, TENANT } from './site.ts'

/** The example that ships beside a province whose offices report: a draft, a finding, reports in every state, a job that runs. */
export async function openWholeProvince(): Promise<Reporting> {
  const site = await openReporting()
  await publishPlan(site.store, TENANT, { ...examplePlan(), id: COUNTED_PLAN }, { actor: 'test' })
  await importExample(site.store, examplePlan())
  const read = await site.sends('lan', '/documents', fileForm('nghi-quyet.md', RESOLUTION))
  // Of an area, so that it could be published.
  const facts = { name: 'Nghị quyết Đại hội Đảng bộ huyện Thanh Bình', from: '2021', to: '2025', area: '20' }
  await site.sends('lan', `${read.headers.get('location') ?? ''}/plan`, facts)
  await site.sends('tra', '/findings', {
    kind: 'organisation',
    id: 'so-lao-dong',
    severity: 'serious',
    found: 'Số liệu tháng 3 chưa có nguồn.',
    demanded: 'Bổ sung nguồn.',
    organisation: 'so-lao-dong',
    due: '2026-05-01',
  })
  await site.does('hoa', 'save', { lines: LINES })
  // What an approver finds waiting: every commune a little above the month before.
  const communes = { ...COMMUNES, lines: await linesOfCommunes(site) }
  await site.does('xuan', 'save', communes)
  const sent = await site.does('xuan', 'submit', { ...communes, expected: 1 })
  if ('refused' in sent) throw new Error(sent.refused)
  await writeJob(site.store, TENANT, {
    id: 'live',
    kind: 'figures',
    subject: 'so-lieu.csv',
    actor: emailOf('lan'),
    state: 'running',
    asked: '2026-04-02T02:00:00.000Z',
    seen: '',
    ended: '',
    progress: { doing: 'table', done: 40, total: 100 },
    result: null,
  })
  return site
}
