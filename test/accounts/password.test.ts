import { describe, expect, test } from 'vitest'
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
    ['qwertyuiop[]asdf', 'one-pattern'],
    ['mùa thu lá bay vàng', null],
    ['correct horse battery', null],
    ['Tr0ng-cay.bao/ve$rung', null],
  ])('%s', (password, weakness) => {
    expect(weaknessOf(password, person)).toBe(weakness)
  })
})
