/** One comparison as `npm run bench -- --json` prints it; `ratio` is how many times better ours is. */
export interface Row {
  readonly name: string
  readonly value: number | null
  readonly unit: string
  readonly against: string
  readonly againstValue: number | null
  readonly ratio: number | null
  readonly runs: number
  /** Half the distance between the quartiles over the median, of ours. */
  readonly spread: number | null
  /** What else was seen. */
  readonly note?: string
  /** Why it could not be measured. */
  readonly missing?: string
}

export interface Bench {
  readonly name: string
  /** One row for each alternative. */
  run(): Promise<Row | readonly Row[]>
}

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )

/** Half the distance between the quartiles over the median. */
export function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2 / quantile(sorted, 0.5)
}

/** Milliseconds that this process was at work: on a busy machine what is longer is interrupted more often, which the clock on the wall counts. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** By then the collector's threads are at rest. */
const SWEPT_MS = 50

/** Times ours and the alternative in turn, so that what else the machine does falls on both; medians of `runs`. */
export async function inTurn(
  name: string,
  runs: number,
  ours: () => unknown,
  against: string,
  theirs: () => unknown,
  clock: 'wall' | 'processor' = 'wall',
): Promise<Row> {
  const now = clock === 'wall' ? () => performance.now() : processorTime
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < runs + 2; i += 1)
    for (const [k, work] of [ours, theirs].entries()) {
      // What an earlier run threw away is not this one's work, nor are the threads that still sweep it up.
      if (clock === 'processor') {
        globalThis.gc?.()
        await new Promise(done => setTimeout(done, SWEPT_MS))
      }
      const started = now()
      await work()
      // The first two rounds warm both up.
      if (i >= 2) times[k]?.push(now() - started)
    }
  const [value, againstValue] = times.map(median) as [number, number]
  return {
    name,
    value,
    unit: clock === 'wall' ? 'ms' : 'ms of processor time',
    against,
    againstValue,
    ratio: againstValue / value,
    runs,
    spread: spreadOf(times[0]),
  }
}

export const missing = (name: string, against: string, why: string): Row => ({
  name,
  value: null,
  unit: 'ms',
  against,
  againstValue: null,
  ratio: null,
  runs: 0,
  spread: null,
  missing: why,
})
