import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
  const folder = builtFolder()
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

/** `dist/islands` beside this program, whether it runs from its sources or from what was built of them. */
function builtFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const folder = join(at, 'dist', 'islands')
    if (existsSync(folder)) return folder
    if (at === dirname(at)) throw new Error('dist/islands is missing: npm run build')
  }
}
