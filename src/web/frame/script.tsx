import { raw } from 'hono/html'
import { scripts } from '../assets/scripts.ts'

/** Where a script stands, by the name of its folder in `src/web/islands`. */
export function scriptPath(name: string): string {
  const script = scripts().get(name)
  if (!script) throw new Error(`no script is called ${name}`)
  return script.path
}

/** A script that runs once the page has been read. */
export const Script = ({ name }: { readonly name: string }) => <script src={scriptPath(name)} defer></script>

/**
 * What a script starts from, as JSON in the page: `<script type="application/json">` is data that no browser runs. The
 * sentences that a script says are handed to it here too, in the reader's language alone.
 */
export const Handed = ({ id, data }: { readonly id: string; readonly data: unknown }) => (
  <script type="application/json" id={id}>
    {raw(JSON.stringify(data).replace(/</g, '\\u003c'))}
  </script>
)
