import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the build put in `dist`, wherever this program runs: from its sources or from what was built of them. */
export function builtFile(name: string): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const file = join(at, 'dist', name)
    if (existsSync(file)) return file
    if (at === dirname(at)) throw new Error(`dist/${name} is missing: npm run build`)
  }
}
