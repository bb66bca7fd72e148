import { raw } from 'hono/html'
import { scripts } from '../assets/scripts.ts'

/** A script by the name of its folder in `src/web/islands`; it runs once the page has been read. */
export function Script({ name }: { readonly name: string }) {
  const script = scripts().get(name)
  if (!script) throw new Error(`no script is called ${name}`)
  return <script src={script.path} defer></script>
}

/**
 * What a script starts from, as JSON in the page: `<script type="application/json">` is data that no browser runs. The
 * sentences that a script says are handed to it here too, in the reader's language alone.
 */
export const Handed = ({ id, data }: { readonly id: string; readonly data: unknown }) => (
  <script type="application/json" id={id}>
    {raw(JSON.stringify(data).replace(/</g, '\\u003c'))}
  </script>
)
