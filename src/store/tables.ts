import type { Tables } from './schema.ts'

/**
 * How each table lies on a cluster: a tenant's rows together on one node by `tenant`, or whole on every node. The order is
 * that in which a backup is written and restored.
 */
export const TABLES = {
  tenants: 'reference',
  account_user: 'reference',
  account_session: 'reference',
  account_identity: 'reference',
  account_verification: 'reference',
  account_second_factor: 'reference',
  account_guesses: 'reference',
  log_heads: 'tenant',
  invitations: 'tenant',
  log: 'tenant',
  plan_versions: 'tenant',
  documents: 'tenant',
  drafts: 'tenant',
  definitions: 'tenant',
  series: 'tenant',
  observations: 'tenant',
  reports: 'tenant',
  notices: 'tenant',
  jobs: 'tenant',
  files: 'tenant',
  evidence: 'tenant',
} as const satisfies Readonly<Record<keyof Tables, 'tenant' | 'reference'>>

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** What orders the rows of a table: its primary key. */
export const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  tenants: ['id'],
  account_user: ['id'],
  account_session: ['id'],
  account_identity: ['id'],
  account_verification: ['id'],
  account_second_factor: ['id'],
  account_guesses: ['subject'],
  log_heads: ['tenant'],
  invitations: ['tenant', 'id'],
  log: ['tenant', 'number'],
  plan_versions: ['tenant', 'plan', 'log'],
  documents: ['tenant', 'id'],
  drafts: ['tenant', 'id', 'log'],
  definitions: ['tenant', 'kind', 'id', 'log'],
  series: ['tenant', 'id'],
  observations: ['tenant', 'series', 'period', 'log'],
  reports: ['tenant', 'round', 'organisation', 'version'],
  notices: ['tenant', 'recipient', 'id'],
  jobs: ['tenant', 'id'],
  files: ['tenant', 'hash'],
  evidence: ['tenant', 'round', 'organisation', 'indicator', 'area', 'hash', 'log'],
}

/** The columns that hold integers; all others hold text. */
export const INTEGERS: Readonly<Record<TableName, readonly string[]>> = {
  tenants: [],
  account_user: ['emailVerified', 'twoFactorEnabled'],
  account_session: [],
  account_identity: [],
  account_verification: [],
  account_second_factor: ['verified', 'failedVerificationCount'],
  account_guesses: ['failures'],
  log_heads: ['number'],
  invitations: [],
  log: ['number'],
  plan_versions: ['log'],
  documents: ['log'],
  drafts: ['log'],
  definitions: ['log'],
  series: ['id'],
  observations: ['series', 'log', 'units', 'scale'],
  reports: ['version', 'log'],
  notices: ['log'],
  jobs: [],
  files: ['log', 'size'],
  evidence: ['log'],
}

/** How many rows of a table are read or written at once, where they are large: bodies of megabytes are few at a time. */
export const AT_ONCE: Readonly<Partial<Record<TableName, number>>> = { files: 4, reports: 50, documents: 50 }
