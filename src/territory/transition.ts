import type { Decimal } from '../measure/decimal.ts'
import { factOn, type Territory, type WeightName } from './territory.ts'

/** A share of something divided: part `index` of a pool. */
export interface Share {
  readonly pool: number
  readonly index: number
}

/** What an area of one map is made of: whole areas of another map, and shares of what was divided in between. */
export interface Form {
  readonly whole: readonly string[]
  readonly shares: readonly Share[]
}

/** Something that was divided among areas, in parts that together are it again. */
export interface Pool {
  readonly of: Form
  /** The areas that it was divided among, part by part. */
  readonly among: readonly string[]
  /** A weight for each part, where a source states that kind of weight for all of them. */
  readonly weights: Readonly<Partial<Record<WeightName, readonly Decimal[]>>>
  /** Parts of a division whose bounds nobody states: equal parts would be a guess. */
  readonly unstated: boolean
}

/** How the areas of one day are made of those of another. */
export interface Transition {
  readonly from: string
  readonly to: string
  readonly forms: ReadonlyMap<string, Form>
  readonly pools: readonly Pool[]
}

/** Forward or back: one event as who gives to whom. */
interface Step {
  readonly gives: ReadonlyMap<string, readonly { readonly to: string; readonly weights: Weights }[]>
  /** Groups whose links are not stated. */
  readonly groups: readonly { readonly before: readonly string[]; readonly after: readonly string[] }[]
}
type Weights = Readonly<Partial<Record<WeightName, Decimal>>>

/**
 * What each area of the map of `to` is made of, in areas of the map of `from`, through every reorganisation in between:
 * forward, or back where `to` is the earlier day. Parts that come together again are whole again. No figures here.
 */
export function transition(territory: Territory, from: string, to: string): Transition {
  const forms = new Map<string, Form>()
  for (const area of territory.areas.values())
    if (factOn(area, from)) forms.set(area.id, { whole: [area.id], shares: [] })
  const pools: Pool[] = []
  for (const step of stepsBetween(territory, from, to)) apply(step, forms, pools)
  return { from, to, forms, pools }
}

function stepsBetween(territory: Territory, from: string, to: string): Step[] {
  const forward = from <= to
  const [first, last] = forward ? [from, to] : [to, from]
  const between = territory.reorganisations.filter(event => event.date > first && event.date <= last)
  const dates = [...new Set(between.map(event => event.date))].sort()
  if (!forward) dates.reverse()
  return dates.map(date => {
    const gives = new Map<string, { to: string; weights: Weights }[]>()
    const groups: { before: readonly string[]; after: readonly string[] }[] = []
    for (const event of between.filter(each => each.date === date)) {
      if (event.kind === 'links')
        for (const link of event.links) {
          const [giver, taker] = forward ? [link.from, link.to] : [link.to, link.from]
          const known = gives.get(giver)
          if (known) known.push({ to: taker, weights: link.weights })
          else gives.set(giver, [{ to: taker, weights: link.weights }])
        }
      else if (event.kind === 'regrouping') groups.push(forward ? event : { before: event.after, after: event.before })
    }
    return { gives, groups }
  })
}

function apply({ gives, groups }: Step, forms: Map<string, Form>, pools: Pool[]): void {
  const added = new Map<string, Form[]>()
  const give = (to: string, form: Form) => {
    const known = added.get(to)
    if (known) known.push(form)
    else added.set(to, [form])
  }
  for (const [giver, takers] of gives) {
    const form = forms.get(giver)
    if (!form) continue
    const [only] = takers
    if (takers.length === 1 && only) give(only.to, form)
    else
      divide(
        form,
        takers.map(taker => taker.to),
        takers.map(taker => taker.weights),
        false,
      )
  }
  for (const { before, after } of groups) {
    const form = together(
      before.flatMap(id => forms.get(id) ?? []),
      pools,
    )
    const [only] = after
    if (after.length === 1 && only !== undefined) give(only, form)
    else divide(form, after, [], true)
  }
  for (const giver of gives.keys()) forms.delete(giver)
  for (const { before } of groups) for (const id of before) forms.delete(id)
  for (const [to, parts] of added) forms.set(to, together(parts, pools))

  function divide(of: Form, among: readonly string[], weights: readonly Weights[], unstated: boolean): void {
    const pool = pools.length
    pools.push({ of, among, weights: stated(weights, among.length), unstated })
    among.forEach((to, index) => give(to, { whole: [], shares: [{ pool, index }] }))
  }
}

/** The kinds of weight that every part has. */
function stated(weights: readonly Weights[], parts: number): Pool['weights'] {
  const found: Partial<Record<WeightName, readonly Decimal[]>> = {}
  for (const kind of ['population', 'area'] as const) {
    const values = weights.flatMap(weight => weight[kind] ?? [])
    if (parts > 0 && values.length === parts) found[kind] = values
  }
  return found
}

/** Forms as one: where all parts of a pool are together they are what was divided. */
export function together(forms: readonly Form[], pools: readonly Pool[]): Form {
  const whole = forms.flatMap(form => form.whole)
  let shares = forms.flatMap(form => form.shares)
  for (;;) {
    const full = fullPool(shares, pools)
    if (full === null) return { whole, shares }
    const of = pools[full]?.of
    shares = [...shares.filter(share => share.pool !== full), ...(of?.shares ?? [])]
    whole.push(...(of?.whole ?? []))
  }
}

function fullPool(shares: readonly Share[], pools: readonly Pool[]): number | null {
  if (shares.length < 2) return null
  const held = new Map<number, Set<number>>()
  for (const { pool, index } of shares) {
    const parts = held.get(pool)
    if (parts) parts.add(index)
    else held.set(pool, new Set([index]))
  }
  for (const [pool, parts] of held) if (parts.size === pools[pool]?.among.length) return pool
  return null
}
