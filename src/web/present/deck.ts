import { here, to, type Address } from '../frame/address.ts'
import { loadScoreboard, type Choice, type Entry, type Known, type Scoreboard } from '../scoreboard/load.ts'
import { pathOf } from '../scoreboard/view.tsx'

/** The targets of a scoreboard in the order in which they are shown to a room. */
export interface Deck {
  readonly board: Scoreboard
  readonly entries: readonly Entry[]
  readonly choice: Choice
}

export function deckOf(known: Known, choice: Choice): Deck {
  const board = loadScoreboard(known, choice)
  return { board, entries: board.sections.flatMap(section => section.entries), choice }
}

/** What the links of a show keep: the order and the filter. */
const kept = ({ sort, status }: Choice) => ({ present: '1', sort: sort === 'group' ? null : sort, status })

export const slidePath = (address: Address, { board, choice }: Deck, entry: Entry): string =>
  to(address, pathOf(board.plan, entry), kept(choice))

export const overviewPath = (address: Address, { board, choice }: Deck): string =>
  to(address, `/plans/${encodeURIComponent(board.plan.id)}`, kept(choice))

/** The same page as anybody reads it. */
export const endPath = (address: Address): string => here(address, { present: null })
