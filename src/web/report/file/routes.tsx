import { Hono } from 'hono'
import type { Around } from '../../around.ts'

/** The form as a workbook: down, and filled in, up again. */
export function filePages(_around: Around): Hono {
  return new Hono()
}
