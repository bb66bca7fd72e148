import type { Child } from 'hono/jsx'
import { here } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import type { Place } from '../frame/places.ts'
import type { View, WebCode } from '../frame/view.ts'

export interface InputProps {
  readonly view: View
  readonly name: string
  readonly label: WebCode
  readonly type?: 'text' | 'email' | 'password'
  /** What the browser may fill in. */
  readonly fill: string
  readonly value?: string
  readonly rule?: WebCode
  readonly numeric?: boolean
  readonly optional?: boolean
}

export const Input = ({ view, name, label, type = 'text', fill, value, rule, numeric, optional }: InputProps) => (
  <div>
    <label for={name}>{view.t(label)}</label>
    <input
      id={name}
      name={name}
      type={type}
      autocomplete={fill}
      value={value}
      inputmode={numeric ? 'numeric' : undefined}
      required={!optional}
      aria-describedby={rule ? `${name}-rule` : undefined}
    />
    {rule && <small id={`${name}-rule`}>{view.t(rule)}</small>}
  </div>
)

/** A page that asks one thing: a head, what went wrong before, a form. */
export function FormPage({
  view,
  title,
  place,
  told,
  wrong,
  scripts,
  children,
}: {
  readonly view: View
  readonly title: WebCode
  readonly place?: Place
  readonly told?: string | null
  readonly wrong?: string | null
  readonly scripts?: readonly string[]
  readonly children?: Child
}) {
  return (
    <Layout view={view} title={view.t(title)} {...(place ? { place } : {})} {...(scripts ? { scripts } : {})}>
      <header>
        <h1>{view.t(title)}</h1>
      </header>
      {told && <p role="status">{told}</p>}
      {wrong && (
        <p role="alert" class="wrong">
          {wrong}
        </p>
      )}
      {children}
    </Layout>
  )
}

/** Where a form goes: this page, in the reader's language. */
export const self = (view: View): string => here(view.address, {})
