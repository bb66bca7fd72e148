import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leakedList } from '../../src/desk/accounts/leaked.ts'
import { weaknessOf } from '../../src/desk/accounts/password.ts'

describe('a password', () => {
  const person = { email: 'lan.nguyen@langson.gov.vn', name: 'Nguyễn Thị Lan' }
  test.each([
    ['ngắn', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['Password@123456', 'well-known'],
    ['P@ssw0rd2026!!', 'well-known'],
    ['Matkhau@123456', 'well-known'],
    ['LangSon@20252025', 'well-known'],
    ['20251107194512', 'well-known'],
    ['Lan.Nguyen.1985', 'about-you'],
    ['nguyenthilan2026', 'about-you'],
    ['aaaaaaaaaabbbb', 'one-pattern'],
    ['qwertyuiop12345', 'well-known'],
    ['Jennifer@2026#', 'well-known'],
    ['polniypizdec0211', 'well-known'],
    ['finalfantasy', 'well-known'],
    ['qwertyuiop[]asdf', 'one-pattern'],
    ['mùa thu lá bay vàng', null],
    ['correct horse battery', null],
    ['Tr0ng-cay.bao/ve$rung', null],
  ])('%s', (password, weakness) => {
    expect(weaknessOf(password, person)).toBe(weakness)
  })
})

describe('a list of leaked passwords', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-leaked-'))
  const file = (lines: readonly string[], end: string) => {
    const path = join(folder, 'list.txt')
    writeFileSync(path, lines.map(line => `${line}${end}`).join(''))
    return leakedList(path)
  }
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()
  const words = Array.from({ length: 500 }, (_, i) => `mật khẩu thứ ${i}`)

  test.each(['\n', '\r\n'])('finds each that it holds and none that it does not', end => {
    for (const count of [0, 1, 2, 3, 500]) {
      const held = words.slice(0, count)
      const isLeaked = file(held.map((word, i) => `${sha1(word)}:${i ** 4}`).sort(), end)
      expect(held.filter(word => !isLeaked(word))).toEqual([])
      expect(words.map(word => `${word}!`).filter(isLeaked)).toEqual([])
    }
    rmSync(join(folder, 'list.txt'))
  })

  test('is asked for a password that nothing else refuses', () => {
    const isLeaked = file([sha1('mùa thu lá bay vàng')], '')
    expect(weaknessOf('mùa thu lá bay vàng', { email: '', name: '' }, isLeaked)).toBe('well-known')
    rmSync(folder, { recursive: true })
  })
})
