import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import house from '../src/rooms.json' with { type: 'json' }

const SRC = resolve(import.meta.dirname, '../src')
const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name))
const roomOf = (file: string) => relative(SRC, file).split(sep)[0] ?? ''
const IMPORT = /^(?:import|export)\b[^'"]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(m => m[1] ?? m[2] ?? m[3] ?? '')

test('every file of src stands in a room of the house', () => {
  expect(files.map(roomOf).filter(room => !house.rooms.includes(room))).toEqual([])
})

test('a room imports only from itself and from rooms above it', () => {
  const wrong = files.flatMap(file =>
    importsOf(file)
      .filter(name => name.startsWith('.'))
      .map(name => roomOf(resolve(dirname(file), name)))
      .filter(room => house.rooms.indexOf(room) > house.rooms.indexOf(roomOf(file)))
      .map(room => `${relative(SRC, file)} imports from ${room}`),
  )
  expect(wrong).toEqual([])
})

test('rooms that run in the browser import no package and no Node module', () => {
  const wrong = files
    .filter(file => house.browser.includes(roomOf(file)))
    .flatMap(file =>
      importsOf(file)
        .filter(name => !name.startsWith('.'))
        .map(name => `${relative(SRC, file)}: ${name}`),
    )
  expect(wrong).toEqual([])
})

test('no room is a place for odds and ends', () => {
  expect(files.filter(file => /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(relative(SRC, file)))).toEqual([])
})
