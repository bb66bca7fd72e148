import { keptIn } from './address.ts'
import type { View } from './view.ts'

/** Of a form that leads to another page: what goes along from page to page. `except`: what the form has a field for itself. */
export const Kept = ({ view, except = [] }: { readonly view: View; readonly except?: readonly string[] }) => (
  <>
    {keptIn(view.address)
      .filter(([name]) => !except.includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
)
