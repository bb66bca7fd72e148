import type { Tables } from './schema.ts'

/**
 * How each table lies on a cluster: a tenant's rows together on one node by `tenant`, or whole on every node. The order is
 * that in which a backup is written and restored.
 */
export const TABLES = {
  tenants: 'reference',
  log_heads: 'tenant',
  log: 'tenant',
  plan_versions: 'tenant',
  documents: 'tenant',
  drafts: 'tenant',
  definitions: 'tenant',
  series: 'tenant',
  observations: 'tenant',
} as const satisfies Readonly<Record<keyof Tables, 'tenant' | 'reference'>>

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** What orders the rows of a table: its primary key. */
export const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  tenants: ['id'],
  log_heads: ['tenant'],
  log: ['tenant', 'number'],
  plan_versions: ['tenant', 'plan', 'log'],
  documents: ['tenant', 'id'],
  drafts: ['tenant', 'id', 'log'],
  definitions: ['tenant', 'kind', 'id', 'log'],
  series: ['tenant', 'id'],
  observations: ['tenant', 'series', 'period', 'log'],
}

/** The columns that hold integers; all others hold text. */
export const INTEGERS: Readonly<Record<TableName, readonly string[]>> = {
  tenants: [],
  log_heads: ['number'],
  log: ['number'],
  plan_versions: ['log'],
  documents: ['log'],
  drafts: ['log'],
  definitions: ['log'],
  series: ['id'],
  observations: ['series', 'log', 'units', 'scale'],
}
