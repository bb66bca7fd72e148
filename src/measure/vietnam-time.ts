/** Where the program's readers are; Việt Nam has had no summer time since 1975. */
const OFFSET_HOURS = 7

/** The day it is in Việt Nam at a moment, ISO. */
export const dayIn = (moment: Date): string =>
  new Date(moment.getTime() + OFFSET_HOURS * 3_600_000).toISOString().slice(0, 10)

/** ISO with Việt Nam's offset, to the second. */
export const vietnamTime = (moment: Date): string =>
  `${new Date(moment.getTime() + OFFSET_HOURS * 3_600_000).toISOString().slice(0, 19)}+07:00`
