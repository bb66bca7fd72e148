import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { momentsOf } from '../../api/moments.ts'
import { documentEntries, type DocumentEntry } from '../../api/documents.ts'
import { loadOpenDraft } from '../../api/draft/desk.ts'
import { readingDocument } from '../../api/draft/reading-job.ts'
import { need } from '../../api/access.ts'
import { may } from '../../desk/policy.ts'
import { Fault } from '../../api/faults.ts'
import { fileOf, LARGEST_FILE, LARGEST_MB } from '../../api/upload.ts'
import { page, viewFor, type Around } from '../around.ts'
import { beginReading } from './begin-reading.ts'
import { documentPage } from './load.ts'
import { DocumentsView } from './list.tsx'
import { DocumentView } from './view.tsx'

/** The documents, loading one, and reading one. */
export function documentPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  const list = async (c: Parameters<typeof viewFor>[0], refused?: Parameters<typeof DocumentsView>[0]['refused']) => {
    const entries = (await documentEntries(around)).filter(entry => seen(c, entry))
    const moments = await momentsOf(
      store,
      tenant,
      entries.map(e => e.log),
    )
    const content = <DocumentsView view={viewFor(c)} entries={entries} moments={moments} refused={refused ?? null} />
    return page(c, content, refused ? 422 : 200)
  }
  /** What is not published yet is for those who work on it. */
  const seen = (c: Context, entry: DocumentEntry) => entry.plan !== null || may(c.get('who').member, 'plan.define')
  app.get('/documents', c => list(c))
  const limit = bodyLimit({
    maxSize: LARGEST_FILE,
    onError: () => {
      throw new Fault('too-large', { size: String(LARGEST_MB) })
    },
  })
  app.post('/documents', limit, async c => {
    need(c, 'plan.define')
    const { file } = await fileOf(c)
    const { value, messages } = await beginReading(c, around, file.name, told => readingDocument(file, told))
    return value ?? list(c, { name: file.name, messages })
  })
  app.get('/documents/:id', async c => {
    const id = c.req.param('id')
    const entry = (await documentEntries(around)).find(e => e.id === id)
    if (!entry?.draft || !seen(c, entry)) throw new Fault('no-document', { id })
    const draft = await loadOpenDraft(around, entry.draft)
    const found = documentPage(draft, c.req.query('section'))
    return page(c, <DocumentView view={viewFor(c)} found={{ ...found, plan: found.plan ?? entry.plan }} />)
  })
  return app
}
