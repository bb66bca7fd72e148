import type { ColumnType } from 'kysely'

/** A 64-bit integer as either engine hands it over; read with `integer` of `integers.ts`. */
export type Big = ColumnType<bigint | string | number, bigint | number, bigint | number>
/** A small integer as either engine hands it over. */
type Small = ColumnType<bigint | number, number, number>
type BigOrNull = ColumnType<bigint | string | number | null, bigint | number | null, never>

/**
 * The tables, one schema on both engines. Every row of a tenant (a province or a ministry) has a key that begins with it,
 * so that Citus can distribute the tables as they are; the list of tenants is a reference table. All else is append-only.
 */
export interface Tables {
  tenants: { id: string; name: string }
  /** The end of a tenant's log: the row that a writer locks. */
  log_heads: { tenant: string; number: Big; moment: string; hash: string }
  /** One line for each change, chained by hashes: the audit (`audit.ts`). */
  log: {
    tenant: string
    number: Big
    moment: string
    actor: string
    /** How it came in: page, api, cli, import, system. */
    origin: string
    /** The network address that it came from; empty where there is none. */
    address: string
    kind: string
    subject: string
    /** JSON of what stood before and what stands after; empty where there is nothing to say. */
    before: string
    after: string
    previous: string
    hash: string
    /** Subject, before and after without accents, for search; no part of the chain. */
    folded: string
  }
  plan_versions: {
    tenant: string
    plan: string
    log: Big
    name: string
    /** Written by us, the same on both engines: order by `vi`, and search without accents. */
    name_sort: string
    name_folded: string
    body: string
    hash: string
  }
  documents: {
    tenant: string
    id: string
    log: Big
    name: string
    format: string
    hash: string
    text: string
    /** The hash of the file that it was taken from; empty where only the text was kept. */
    file: string
  }
  drafts: { tenant: string; id: string; log: Big; document: string; plan: string; body: string; state: string }
  /** Versions of what is defined rather than measured: the territory, indicators, rules, organisations, rounds, members. */
  definitions: { tenant: string; kind: string; id: string; log: Big; state: string; body: string; hash: string }
  /** What identifies a figure but its period: one row for a line of figures over time. */
  series: {
    tenant: string
    id: Big
    indicator: string
    method: string
    area: string
    map: string
    /** JSON of the breakdown, its dimensions in order; `{}` is the total. */
    breakdown: string
    source: string
  }
  observations: {
    tenant: string
    series: Big
    period: string
    log: Big
    /** The value is units × 10^-scale; both null where `absent` gives the reason. */
    units: BigOrNull
    scale: BigOrNull
    absent: string | null
    status: string
    obs_status: string
    note: string
  }
  /** What an office reports of a round, version by version; a version is never changed. */
  reports: {
    tenant: string
    /** "hang-thang:2026-03". */
    round: string
    organisation: string
    /** From 1, without gaps. */
    version: Big
    log: Big
    /** What made this version, and the state that it stands in since. */
    verb: string
    state: string
    /** The address of who did it, and the moment. */
    actor: string
    moment: string
    reason: string
    /** JSON of its lines. */
    body: string
    hash: string
  }
  /** What somebody is told, once each. */
  notices: {
    tenant: string
    recipient: string
    id: string
    log: Big
    kind: string
    round: string
    organisation: string
    day: string
    /** JSON of what its sentence is filled with. */
    detail: string
    /** The moment at which it went out by mail; empty before. */
    sent: string
  }
  /** What runs for more than a second (`jobs.ts`): not what is known, but what is being done. */
  jobs: {
    tenant: string
    id: string
    kind: string
    subject: string
    /** The address of who asked for it. */
    actor: string
    state: string
    /** Moments: asked for, last known to run, ended (empty before). */
    asked: string
    seen: string
    ended: string
    /** JSON of how far it is, and of what came of it. */
    progress: string
    result: string
  }
  /** The bytes of what was attached and of documents, each once by its hash. */
  files: { tenant: string; hash: string; log: Big; type: string; size: Big; body: string }
  /** Which file bears out which figure of a report, line by line; the last line of a file and figure stands. */
  evidence: {
    tenant: string
    round: string
    organisation: string
    indicator: string
    area: string
    hash: string
    log: Big
    state: string
    name: string
    actor: string
    moment: string
  }
  account_user: {
    id: string
    name: string
    email: string
    emailVerified: Small
    image: string | null
    createdAt: string
    updatedAt: string
    twoFactorEnabled: Small | null
  }
  account_session: {
    id: string
    expiresAt: string
    token: string
    createdAt: string
    updatedAt: string
    ipAddress: string | null
    userAgent: string | null
    userId: string
  }
  account_identity: {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    createdAt: string
    updatedAt: string
  }
  account_verification: { id: string; identifier: string; value: string; expiresAt: string }
  account_second_factor: { id: string; secret: string; backupCodes: string; userId: string }
  /** How often somebody guessed wrong, by address of the account or of the network. */
  account_guesses: { subject: string; failures: Small; until: string }
  /** What a one-time link gives: only the hash of its token is kept. */
  invitations: {
    tenant: string
    id: string
    token: string
    /** setup, invite or reset. */
    kind: string
    email: string
    grants: string
    expires: string
    /** The moment of its use; empty before. */
    used: string
  }
}
