import { Handed, scriptPath } from './script.tsx'
import type { View } from './view.ts'

const WORDS = [
  'web.outbox.waiting',
  'web.outbox.sent',
  'web.outbox.submitting',
  'web.outbox.submitted',
  'web.grid.submit-changed',
  'web.grid.submit-unread',
  'web.grid.submit-refused',
  'web.outbox.look',
  'web.outbox.open',
  'web.outbox.leaving',
  'web.outbox.discard',
  'web.outbox.cached',
  'web.grid.signed-out',
] as const

/** Where a page tells of what the browser keeps of a person and has not sent; the script `desk` fills it and sends it. */
export const Outbox = ({ view, person }: { readonly view: View; readonly person: string }) => (
  <>
    <div id="outbox" role="status"></div>
    <Handed
      id="outbox-of"
      data={{
        person,
        worker: scriptPath('outbox'),
        words: Object.fromEntries(WORDS.map(code => [code, view.template(code)])),
      }}
    />
  </>
)
