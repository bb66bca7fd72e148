// Prepares, then hands over to the built program.
import { pathToFileURL } from 'url'
import { prepare, PROGRAM } from './prepare.mjs'

export async function run(args) {
  prepare()
  // A fault names the file and line that a developer knows.
  process.setSourceMapsEnabled(true)
  const { main } = await import(pathToFileURL(PROGRAM).href)
  await main(args)
}
