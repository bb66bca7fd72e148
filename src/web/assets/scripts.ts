import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtFile } from '../../reading/built.ts'
import { packed, type Packed } from './packed.ts'

/** A script of a page under a name made of its content, so that whoever has it keeps it. */
export interface Script extends Packed {
  readonly path: string
}

/** The scripts by the names of their folders in `src/web/islands`, as the build bundled them; read once, when first asked for. */
export function scripts(): ReadonlyMap<string, Script> {
  return (known ??= read())
}

let known: ReadonlyMap<string, Script> | null = null

function read(): ReadonlyMap<string, Script> {
  const folder = builtFile('islands')
  const files = readdirSync(folder).filter(name => name.endsWith('.js'))
  return new Map(
    files.map(file => {
      const text = readFileSync(join(folder, file), 'utf8')
      const name = file.replace(/\.js$/, '')
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
      return [name, { path: `/scripts/${name}.${hash}.js`, ...packed(text) }]
    }),
  )
}
