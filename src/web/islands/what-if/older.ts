/** Browsers before 2022 lack two searches from the end that the evaluation uses; everything else it uses they have. */
interface Searched {
  findLast?: unknown
  findLastIndex?: unknown
}
type Test = (value: unknown, index: number, all: unknown) => boolean

const own = Array.prototype as unknown as Searched
const define = (name: keyof Searched, value: (this: readonly unknown[], test: Test) => unknown) => {
  if (own[name] === undefined) Object.defineProperty(own, name, { value, writable: true, configurable: true })
}

define('findLastIndex', function (test) {
  for (let i = this.length - 1; i >= 0; i -= 1) if (test(this[i], i, this)) return i
  return -1
})
define('findLast', function (test) {
  for (let i = this.length - 1; i >= 0; i -= 1) if (test(this[i], i, this)) return this[i]
  return undefined
})
