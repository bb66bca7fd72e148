import type { Context } from 'hono'
import type { SourceFile } from '../reading/source/open.ts'
import { Fault } from './faults.ts'

/** The largest file that is taken; a resolution with its annexes is a tenth of it. */
export const LARGEST_MB = 24
export const LARGEST_FILE = LARGEST_MB * 1024 * 1024

/** The file of a form and its other fields. Throws `bad-form`, `no-file`. */
export async function fileOf(
  c: Context,
): Promise<{ readonly file: SourceFile; readonly fields: Readonly<Record<string, string>> }> {
  const form = await formOf(c)
  const file = await fileIn(form)
  if (!file) throw new Fault('no-file')
  return { file, fields: textsOf(form) }
}

/** The file of a form that may come without one; null then. Throws `bad-form`. */
export const optionalFileOf = async (c: Context): Promise<SourceFile | null> => fileIn(await formOf(c))

async function fileIn(form: Awaited<ReturnType<typeof formOf>>): Promise<SourceFile | null> {
  const file = form.find(([name, value]) => name === 'file' && value instanceof File)?.[1]
  return file instanceof File && file.name !== ''
    ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    : null
}

/** The text fields of a form. Throws `bad-form`. */
export const fieldsOf = async (c: Context): Promise<Readonly<Record<string, string>>> => textsOf(await formOf(c))

async function formOf(c: Context): Promise<readonly (readonly [string, File | string])[]> {
  try {
    return [...(await c.req.formData()).entries()]
  } catch {
    throw new Fault('bad-form')
  }
}

const textsOf = (form: readonly (readonly [string, File | string])[]) =>
  Object.fromEntries(form.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** All of a form: its text fields, and its files by the names of their fields. Throws `bad-form`. */
export async function formParts(c: Context): Promise<{
  readonly fields: Readonly<Record<string, string>>
  readonly files: ReadonlyMap<string, SourceFile>
}> {
  const form = await formOf(c)
  const files = new Map<string, SourceFile>()
  for (const [name, value] of form)
    if (value instanceof File && value.name !== '')
      files.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  return { fields: textsOf(form), files }
}

/** The files of a form in the order of these fields. Throws `bad-form`, `no-file`. */
export async function filesOf(c: Context, names: readonly string[]): Promise<readonly SourceFile[]> {
  const form = await formOf(c)
  return Promise.all(
    names.map(async name => {
      const file = form.find(([field, value]) => field === name && value instanceof File)?.[1]
      if (!(file instanceof File)) throw new Fault('no-file')
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    }),
  )
}
