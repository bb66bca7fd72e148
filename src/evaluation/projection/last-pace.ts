import { addRatio, divideRatio, multiplyRatio, powerRatio, ratio, subtractRatio } from '../../measure/ratio.ts'
import type { Method } from './method.ts'

/** The change between the two latest figures goes on; a flow or a rate stays what it was. */
export const lastPace: Method = {
  least: 1,
  fit(points, goesOn) {
    const [now, before] = [points.at(-1), points.at(-2)]
    if (!now) return null
    if (goesOn === 'same') return () => now.value
    if (!before) return null
    const span = ratio(BigInt(now.at - before.at))
    if (goesOn === 'change') {
      const pace = divideRatio(subtractRatio(now.value, before.value), span)
      return at => addRatio(now.value, multiplyRatio(pace, ratio(BigInt(at - now.at))))
    }
    // Over a gap the yearly factor would be a root, and over zero there is none.
    if (now.value.num <= 0n || before.value.num <= 0n || now.at - before.at !== 1) return null
    const factor = divideRatio(now.value, before.value)
    return at => multiplyRatio(now.value, powerRatio(factor, at - now.at))
  },
}
