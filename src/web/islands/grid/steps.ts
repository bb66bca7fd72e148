/** What stands in the fields of a figure. */
export interface Typed {
  readonly text: string
  /** A reason chosen from the list; empty where none is. */
  readonly reason: string
  readonly note: string
}

/** What keyboard and clipboard work on: fields that are typed into, with every step undone and done again. */
export interface Steps {
  typed(cell: number): Typed
  /** The text of a field at rest. */
  shown(cell: number): string
  /** Types into a field, without a step to undo: `commit` makes one of all that was typed in between. */
  type(cell: number, typed: Partial<Typed>): void
  commit(cell: number, before: Typed): void
  /** Several fields at once, as one step. */
  change(changes: readonly { readonly cell: number; readonly typed: Partial<Typed> }[]): void
  /** The cells that went back or forth. */
  undo(): readonly number[]
  redo(): readonly number[]
  listen(changed: (cells: readonly number[]) => void): void
}

interface Step {
  readonly cell: number
  readonly before: Typed
  readonly after: Typed
}

export const BLANK: Typed = { text: '', reason: '', note: '' }

/** Steps over fields whose texts the caller holds; `touch` is told of a cell before it changes. */
export function makeSteps(
  current: Typed[],
  shown: (cell: number) => string,
  touch: (cell: number) => void = () => undefined,
): Steps & { readonly tell: (cells: readonly number[]) => void } {
  const done: (readonly Step[])[] = []
  const undone: (readonly Step[])[] = []
  const listeners: ((cells: readonly number[]) => void)[] = []
  const tell = (changed: readonly number[]) => {
    for (const each of listeners) each(changed)
  }
  const typed = (cell: number): Typed => current[cell] ?? BLANK
  const set = (cell: number, next: Typed): void => {
    touch(cell)
    current[cell] = next
  }
  const walk = (from: (readonly Step[])[], to: (readonly Step[])[], side: 'before' | 'after'): readonly number[] => {
    const steps = from.pop()
    if (!steps) return []
    to.push(steps)
    for (const step of steps) set(step.cell, step[side])
    const changed = steps.map(step => step.cell)
    tell(changed)
    return changed
  }
  return {
    tell,
    typed,
    shown,
    type: (cell, next) => {
      set(cell, { ...typed(cell), ...next })
      tell([cell])
    },
    commit: (cell, before) => {
      const after = typed(cell)
      if (before.text === after.text && before.note === after.note && before.reason === after.reason) return
      done.push([{ cell, before, after }])
      undone.length = 0
    },
    change: changes => {
      const steps = changes.map(({ cell, typed: next }) => ({
        cell,
        before: typed(cell),
        after: { ...typed(cell), ...next },
      }))
      for (const { cell, after } of steps) set(cell, after)
      done.push(steps)
      undone.length = 0
      tell(steps.map(step => step.cell))
    },
    undo: () => walk(done, undone, 'before'),
    redo: () => walk(undone, done, 'after'),
    listen: changed => listeners.push(changed),
  }
}
