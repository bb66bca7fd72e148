import { describe, expect, test } from 'vitest'
import { tokens } from '../../src/web/assets/style-tokens.ts'

/** The tokens of a scheme, from the sheet itself. */
function scheme(dark: boolean): Readonly<Record<string, string>> {
  const [light = '', rest = ''] = tokens.split('@media (prefers-color-scheme: dark)')
  const darkPart = rest.split('@media')[0] ?? ''
  const of = (text: string) =>
    [...text.matchAll(/--([\w]+): (#[0-9a-f]{6})/gi)].map(m => [m[1] ?? '', m[2] ?? ''] as const)
  return Object.fromEntries([...of(light), ...(dark ? of(darkPart) : [])])
}

type Rgb = readonly [number, number, number]
const linearOf = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const rgb = (hex: string): Rgb =>
  [1, 3, 5].map(i => linearOf(parseInt(hex.slice(i, i + 2), 16) / 255)) as unknown as Rgb
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
function contrast(a: string, b: string): number {
  const [x = 0, y = 0] = [luminance(rgb(a)), luminance(rgb(b))].sort((p, q) => q - p)
  return (x + 0.05) / (y + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, full severity, on linear RGB. */
const EYES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} // prettier-ignore

function lab(colour: Rgb, eye: readonly (readonly number[])[]): Rgb {
  const [r = 0, g = 0, b = 0] = eye.map(row =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((s, w, i) => s + w * (colour[i] ?? 0), 0),
      ),
    ),
  )
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const STATUSES = ['exceeded', 'met', 'onTrack', 'atRisk', 'missed']

describe.each([
  ['light', false],
  ['dark', true],
] as const)('%s', (_, dark) => {
  const colours = scheme(dark)
  const of = (name: string) => colours[name] ?? ''

  test('text stands out 4.5 to 1, shapes 3 to 1', () => {
    for (const name of ['ink', 'soft', 'accent', 'atRisk', 'missed', 'unknown', 'met'])
      for (const paper of ['paper', 'shade'])
        expect([name, paper, contrast(of(name), of(paper)) >= 4.5]).toEqual([name, paper, true])
    for (const name of STATUSES) expect([name, contrast(of(name), of('paper')) >= 3]).toEqual([name, true])
    expect(contrast(of('ink'), of('mark'))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(Object.keys(EYES))('the five statuses are told apart by an eye that is %s', eye => {
    const seen = STATUSES.map(name => lab(rgb(of(name)), EYES[eye] ?? []))
    for (const [i, a] of seen.entries())
      for (const [j, b] of seen.entries())
        if (i < j)
          expect([
            STATUSES[i],
            STATUSES[j],
            Math.round(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])) >= 11,
          ]).toEqual([STATUSES[i], STATUSES[j], true])
  })
})
