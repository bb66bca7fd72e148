import { Hono } from 'hono'
import type { Desk } from './draft/desk.ts'

export function apiRoutes(_around: Desk & { readonly now: () => Date }): Hono {
  return new Hono()
}
