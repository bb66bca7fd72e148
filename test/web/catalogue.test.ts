import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { web } from '../../src/messages/catalogue/web.ts'

const SRC = resolve(import.meta.dirname, '../../src')
const sources = ['web', 'api']
  .flatMap(room =>
    readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' }).map(file => join(SRC, room, file)),
  )
  .filter(file => /\.tsx?$/.test(file))
  .map(file => readFileSync(file, 'utf8'))
  .join('\n')
/** Codes that are put together: `web.fault.${code}` stands for every code that begins so. */
const families = [...sources.matchAll(/`(web\.[a-z.-]+[.-])\$\{/g)].map(m => m[1] ?? '')

test('every sentence of the pages is said somewhere', () => {
  const unused = Object.keys(web).filter(
    code => !sources.includes(`'${code}'`) && !families.some(f => code.startsWith(f)),
  )
  expect(unused).toEqual([])
})

test('both languages say something, and fill the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(m => m[1]).sort()
  for (const [code, { vi, en }] of Object.entries(web)) {
    expect([code, vi.trim() !== '' && en.trim() !== '']).toEqual([code, true])
    expect([code, places(vi)]).toEqual([code, places(en)])
    expect([code, vi.normalize('NFC')]).toEqual([code, vi])
  }
})

test('pages hold no sentence of their own', () => {
  // Words right before a closing tag would be one; only the program's name may stand there.
  const own = readdirSync(join(SRC, 'web'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.tsx'))
    .flatMap(file =>
      [...readFileSync(join(SRC, 'web', file), 'utf8').matchAll(/>([^<>{}=;()]*\p{L}{2}[^<>{}=;()]*)<\//gu)].map(
        m => `${file}: ${(m[1] ?? '').trim()}`,
      ),
    )
  expect(own).toEqual(['frame/layout.tsx: Cột Mốc'])
})
