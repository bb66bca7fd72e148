import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { may, POLICY, ROLES, VERBS, type Grant, type Place, type Role, type Verb } from '../../src/desk/policy.ts'

/** The table of access written down a second time, by hand. */
const [head = [], ...rows] = readFileSync(resolve(import.meta.dirname, 'policy.grid.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split(/\s+/))
const OWN: Place = { organisation: 'own', area: 'commune' }
const PLACES: readonly Place[] = [
  OWN,
  { organisation: 'other', area: 'commune' },
  { organisation: 'own', area: 'elsewhere' },
  {},
]
const within = (area: string, whole: string) => area === whole || (area === 'commune' && whole === 'district')

/** How far a role reaches, by where it is granted: which of the four places it covers. */
const REACH: readonly (readonly [string, Omit<Grant, 'role'>, string])[] = [
  ['everywhere', { organisation: null, area: null }, 'yyyy'],
  ['in its office', { organisation: 'own', area: null }, 'y-y-'],
  ['in its district', { organisation: null, area: 'district' }, 'yy--'],
  ['in its office and district', { organisation: 'own', area: 'district' }, 'y---'],
]

test('the grid has every role and every verb, once', () => {
  expect(head.slice(1)).toEqual(['public', ...ROLES])
  expect(rows.map(row => row[0])).toEqual([...VERBS])
  expect(Object.keys(POLICY)).toEqual([...VERBS])
})

describe.each(rows)('%s', (verb, ...cells) => {
  test.each(head.slice(1).map((role, i) => [role, cells[i] ?? ''] as const))('by %s', (role, expected) => {
    expect(expected).toMatch(/^[y-]{4}$/)
    if (role === 'public') {
      expect(PLACES.map(place => (may(null, verb as Verb, place, within) ? 'y' : '-')).join('')).toBe(expected)
      return
    }
    for (const [where, bounds, reach] of REACH) {
      const member = { user: 'u', grants: [{ role: role as Role, ...bounds }] }
      const found = PLACES.map(place => (may(member, verb as Verb, place, within) ? 'y' : '-')).join('')
      const open = POLICY[verb as Verb] === 'everyone'
      const asGranted = expected.replace(/[y-]/g, (cell, i: number) =>
        cell === 'y' && (open || reach[i] === 'y') ? 'y' : '-',
      )
      expect([where, found]).toEqual([where, asGranted])
    }
  })
})

test('somebody without a grant is as the public, and several grants add up', () => {
  for (const verb of VERBS) expect(may({ user: 'u', grants: [] }, verb)).toBe(may(null, verb))
  const grants = [
    { role: 'reporter' as const, organisation: 'a', area: null },
    { role: 'approver' as const, organisation: 'b', area: null },
  ]
  expect(may({ user: 'u', grants }, 'report.edit', { organisation: 'a' })).toBe(true)
  expect(may({ user: 'u', grants }, 'report.approve', { organisation: 'a' })).toBe(false)
  expect(may({ user: 'u', grants }, 'report.approve', { organisation: 'b' })).toBe(true)
})
