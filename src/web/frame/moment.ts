import { vietnamTime } from '../../measure/vietnam-time.ts'

/** A moment (ISO) as people here write it: "14:05 09/03/2026". What is no moment stays as it is. */
export function momentIn(iso: string): string {
  if (Number.isNaN(Date.parse(iso))) return iso
  const local = vietnamTime(new Date(iso))
  const [, year = '', month = '', day = '', time = ''] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(local) ?? []
  return `${time} ${day}/${month}/${year}`
}

/** Its hour alone, under the head of its day: "14:05". */
export const hourIn = (iso: string): string => momentIn(iso).split(' ')[0] ?? iso
