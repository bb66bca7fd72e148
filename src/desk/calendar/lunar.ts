/**
 * The Vietnamese lunisolar calendar at UTC+7, by the rules that Ho Ngoc Duc set down (https://www.informatik.uni-leipzig.de/~duc/amlich/):
 * a month begins on the day of the new moon, the eleventh month holds the winter solstice, and in a year of thirteen months
 * the first without a principal term is the leap month. New moons and the sun's longitude after J. Meeus, Astronomical
 * Algorithms (1998), chapters 49 and 25. The years 1900 to 2199 are what it is exact for.
 */

const ZONE_HOURS = 7
const RAD = Math.PI / 180
const SYNODIC = 29.530588853

/** The ISO day on which a day of the lunar year falls; null where the lunar year has no such day. */
export function solarDay(lunar: {
  readonly year: number
  readonly month: number
  readonly day: number
}): string | null {
  const { year, month, day } = lunar
  const winter = month < 11 ? eleventhMonth(year - 1) : eleventhMonth(year)
  const next = month < 11 ? eleventhMonth(year) : eleventhMonth(year + 1)
  const first = Math.floor(0.5 + (winter - 2415021.076998695) / SYNODIC)
  let offset = month - 11
  if (offset < 0) offset += 12
  if (next - winter > 365) {
    const leap = leapOffset(winter)
    // The plain month stands before the leap month of the same number.
    if (offset >= leap) offset += 1
  }
  const begin = newMoon(first + offset)
  const length = newMoon(first + offset + 1) - begin
  return day < 1 || day > length ? null : isoDay(begin + day - 1)
}

/** The day (Julian day number, at UTC+7) of the new moon number `k` since that of 1900-01-01. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t * t) * RAD)
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t ** 3) * RAD
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t ** 3) * RAD
  const latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t ** 3) * RAD
  const shift =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * latitude) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * latitude + sun) -
    0.0004 * Math.sin(2 * latitude - sun) -
    0.0006 * Math.sin(2 * latitude + moon) +
    0.001 * Math.sin(2 * latitude - moon) +
    0.0005 * Math.sin(2 * moon + sun)
  // Terrestrial time is ahead of the clock by so much.
  const ahead =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t ** 3 - 0.000000081 * t ** 4
      : -0.000278 + 0.000265 * t + 0.000262 * t * t
  return Math.floor(mean + shift - ahead + 0.5 + ZONE_HOURS / 24)
}

/** Which of the twelve arcs of 30° the sun stands in at the beginning of a day; 9 begins at the winter solstice. */
function sunArc(day: number): number {
  const t = (day - 0.5 - ZONE_HOURS / 24 - 2451545) / 36525
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3) * RAD
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly)
  const longitude = mean + centre
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30)
}

/** The first day of the eleventh lunar month of a year, which holds the winter solstice. */
function eleventhMonth(year: number): number {
  const k = Math.floor((julianDay(year, 12, 31) - 2415021) / SYNODIC)
  const begin = newMoon(k)
  return sunArc(begin) >= 9 ? newMoon(k - 1) : begin
}

/** How many months after the eleventh the leap month stands. */
function leapOffset(winter: number): number {
  const k = Math.floor((winter - 2415021.076998695) / SYNODIC + 0.5)
  let [offset, before, arc] = [1, -1, sunArc(newMoon(k + 1))]
  do {
    before = arc
    offset += 1
    arc = sunArc(newMoon(k + offset))
  } while (arc !== before && offset < 14)
  return offset - 1
}

const UNIX_EPOCH = 2440588
const julianDay = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + UNIX_EPOCH
const isoDay = (julian: number): string => new Date((julian - UNIX_EPOCH) * 86_400_000).toISOString().slice(0, 10)
