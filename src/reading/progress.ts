/** Told how far a piece of work is, in parts of its whole. */
export type Progress = (done: number, total: number) => void

export const SILENT: Progress = () => undefined

/** Tells of each new hundredth once, so that telling costs nothing beside the work. */
export function byHundredths(tell: (percent: number) => void): Progress {
  let last = -1
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
    if (percent <= last) return
    last = percent
    tell(percent)
  }
}

/** A piece of work that is from `from` to `to` hundredths of a whole. */
export const partOf =
  (whole: Progress, from: number, to: number): Progress =>
  (done, total) =>
    whole(from * total + (to - from) * done, 100 * total)
