import type { Bilingual } from './message.ts'

/**
 * Fills the `{name}` places of a sentence. A place without a value throws: a sentence with a hole in it is a fault
 * of the program, never something to show.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the sentence "${template}" lacks a value for {${name}}`)
    return value
  })
}

/** A part of the catalogue: code → sentence in both languages. Codes are dotted: "reading.year-outside-term". */
export type Sentences = Readonly<Record<string, Bilingual>>
