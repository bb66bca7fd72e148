import type { Message } from '../../messages/message.ts'
import { messageIn } from './messages.tsx'
import type { View } from './view.ts'

/** A form that was not taken: which of the page's forms it is, what was in it, and why (a message names its field as column). */
export interface Refused {
  readonly at: string
  readonly fields: Readonly<Record<string, string>>
  readonly messages: readonly Message[]
}

export interface FieldProps {
  readonly view: View
  /** Unique on the page; the field's own name comes after it. */
  readonly form: string
  readonly name: string
  readonly label: string
  readonly value: string
  readonly refused: Refused | null
  readonly type?: 'text' | 'date' | 'email' | 'number'
  readonly wide?: boolean
  readonly numeric?: boolean
  /** The id of a `datalist` with what may be meant. */
  readonly list?: string
}

/** A labelled field; what was refused keeps what was typed and says why beside it. */
export function Field({ view, form, name, label, value, refused, type = 'text', wide, numeric, list }: FieldProps) {
  const faults = refused?.messages.filter(m => m.column === name) ?? []
  const id = `${form}-${name}`
  return (
    <div class={wide ? 'wide' : undefined}>
      <label for={id}>{label}</label>
      <input
        type={type}
        id={id}
        name={name}
        value={refused?.fields[name] ?? value}
        inputmode={numeric ? 'decimal' : undefined}
        autocomplete="off"
        list={list}
        aria-invalid={faults.length > 0 ? 'true' : undefined}
        aria-describedby={faults.length > 0 ? `${id}-fault` : undefined}
      />
      <Faults view={view} id={id} faults={faults} />
    </div>
  )
}

export interface AreaProps extends Omit<FieldProps, 'type' | 'wide' | 'numeric' | 'list'> {
  readonly rows?: number
}

/** A field of several lines. */
export function Area({ view, form, name, label, value, refused, rows = 4 }: AreaProps) {
  const faults = refused?.messages.filter(m => m.column === name) ?? []
  const id = `${form}-${name}`
  return (
    <div class="wide">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        aria-invalid={faults.length > 0 ? 'true' : undefined}
        aria-describedby={faults.length > 0 ? `${id}-fault` : undefined}
      >
        {refused?.fields[name] ?? value}
      </textarea>
      <Faults view={view} id={id} faults={faults} />
    </div>
  )
}

export interface ChoiceProps extends Omit<FieldProps, 'type' | 'wide' | 'numeric' | 'list'> {
  /** Value and words. */
  readonly choices: readonly (readonly [string, string])[]
  /** More of them, under heads. */
  readonly groups?: readonly {
    readonly label: string
    readonly choices: readonly (readonly [string, string])[]
  }[]
}

export function Choice({ view, form, name, label, value, refused, choices, groups = [] }: ChoiceProps) {
  const faults = refused?.messages.filter(m => m.column === name) ?? []
  const id = `${form}-${name}`
  const chosen = refused?.fields[name] ?? value
  const options = (given: ChoiceProps['choices']) =>
    given.map(([key, words]) => (
      <option value={key} selected={key === chosen}>
        {words}
      </option>
    ))
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} name={name} aria-describedby={faults.length > 0 ? `${id}-fault` : undefined}>
        {options(choices)}
        {groups.map(group => (
          <optgroup label={group.label}>{options(group.choices)}</optgroup>
        ))}
      </select>
      <Faults view={view} id={id} faults={faults} />
    </div>
  )
}

/** Several of a few things: what is ticked comes as "levels.province", and as words with blanks between in `value`. */
export function Ticks({ view, form, name, label, value, refused, choices }: ChoiceProps) {
  const faults = refused?.messages.filter(m => m.column === name) ?? []
  const id = `${form}-${name}`
  const chosen = new Set((refused?.fields[name] ?? value).split(' '))
  return (
    <fieldset class="ticks" aria-describedby={faults.length > 0 ? `${id}-fault` : undefined}>
      <legend>{label}</legend>
      {choices.map(([key, words]) => (
        <label class="ticked">
          <input type="checkbox" name={`${name}.${key}`} value="1" checked={chosen.has(key)} /> {words}
        </label>
      ))}
      <Faults view={view} id={id} faults={faults} />
    </fieldset>
  )
}

/** The fields of a form with what was ticked under a name gathered as words with blanks between. */
export function withTicks(fields: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  if (fields[name] !== undefined) return fields
  const ticked = Object.keys(fields).flatMap(key => (key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : []))
  return { ...fields, [name]: ticked.join(' ') }
}

const Faults = ({
  view,
  id,
  faults,
}: {
  readonly view: View
  readonly id: string
  readonly faults: Refused['messages']
}) =>
  faults.length === 0 ? null : (
    <small id={`${id}-fault`} class="wrong" role="alert">
      {faults.map(fault => messageIn(fault, view)).join(' ')}
    </small>
  )
