import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

export interface Started {
  readonly child: ChildProcess
  readonly port: number
}

/** A server in a process of its own; resolves with its port once it says its address. */
export function start(args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
  return new Promise((done, failed) => {
    let said = ''
    child.once('exit', code => failed(new Error(`${args[0] ?? ''} ended with ${code}`)))
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const found = /http:\/\/[^\s:]+:(\d+)/.exec(said)
      if (found) done({ child, port: Number(found[1]) })
    })
  })
}

/**
 * The program itself, as `cotmoc serve` starts it, over a store of its own: with the example that ships, or with what `fill`
 * puts into its folder.
 */
export async function withProgram<T>(
  work: (port: number, folder: string) => Promise<T>,
  fill?: (folder: string) => Promise<void>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-bench-'))
  let child: ChildProcess | undefined
  try {
    await fill?.(folder)
    const program = [join(ROOT, 'boot/cotmoc.mjs'), 'serve', '--port', '0', '--data', folder]
    const started = await start(fill ? program : [...program, '--example'])
    child = started.child
    return await work(started.port, folder)
  } finally {
    child?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
