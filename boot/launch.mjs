// Prepares, then hands over to the built command line.
import path from 'path'
import { pathToFileURL } from 'url'
import { prepare, ROOT } from './prepare.mjs'

export async function run(args) {
  prepare()
  const { main } = await import(pathToFileURL(path.join(ROOT, 'dist', 'cli', 'main.js')).href)
  await main(args)
}
