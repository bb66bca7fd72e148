/** One field of what a line tells, side by side; null where it was not there. */
export interface FieldChange {
  /** "grants.0.role": the way to it in the JSON. */
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** The fields that differ between two JSON texts of a line of the audit; empty text is nothing. */
export function changesOf(before: string, after: string): FieldChange[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap(field => {
    const change = { field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }
    return change.before === change.after ? [] : [change]
  })
}

/** What a line tells of the one thing that it is about; null where that is nothing, or several things, or an older form. */
export function toldOf(text: string): Readonly<Record<string, unknown>> | null {
  const value = parsed(text)
  const body = value === null ? null : onlyBody(value.json)
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return null
  const parts = Object.values(body) as unknown[]
  const several = parts.length > 1 && parts.every(each => typeof each === 'object' && !Array.isArray(each))
  return several ? null : (body as Record<string, unknown>)
}

/** What only a machine compares: the digest of a long text or of many figures. */
export const isDigest = ({ before, after }: FieldChange): boolean =>
  [before, after].every(value => value === null || /^[0-9a-f]{64}$/.test(value))

function parsed(text: string): { readonly json: unknown } | null {
  try {
    return text === '' ? null : { json: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  if (text === '') return fields
  const value = parsed(text)
  // A line of an older form is shown as it is.
  if (!value) return fields.set('', text)
  gather(onlyBody(value.json), [], fields)
  return fields
}

/** A line of one definition tells it under its id, which is the subject already. */
function onlyBody(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const bodies = Object.values(value) as unknown[]
  const [only] = bodies
  return bodies.length === 1 && (only === null || (typeof only === 'object' && !Array.isArray(only))) ? only : value
}

function gather(value: unknown, path: readonly string[], fields: Map<string, string>): void {
  if (value === null || value === undefined || value === '') return
  if (typeof value !== 'object') {
    fields.set(path.join('.'), typeof value === 'string' ? value : JSON.stringify(value))
    return
  }
  if (Array.isArray(value) && value.every(each => typeof each !== 'object')) {
    if (value.length > 0) fields.set(path.join('.'), value.map(String).join(', '))
    return
  }
  for (const [name, each] of Object.entries(value)) gather(each, [...path, name], fields)
}
