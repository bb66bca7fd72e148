import { fromTcvn3, fromVni } from '../../encoding/legacy.ts'
import { VNI_MARKS } from '../../encoding/tables.ts'
import type { Run } from '../flow.ts'

/** The old encoding that a font stands for: its letters are drawn where Unicode has others. */
export type LegacyFont = 'TCVN3' | 'TCVN3 capitals' | 'VNI'

/** ".VnTime" and its kin are TCVN3 (those that end in H draw capitals); "VNI-Times" and its kin are VNI. */
export function legacyFontOf(font: string | undefined): LegacyFont | null {
  if (font === undefined) return null
  if (/^\.Vn/i.test(font)) return font.trim().endsWith('H') ? 'TCVN3 capitals' : 'TCVN3'
  return /^VNI[- ]/i.test(font) ? 'VNI' : null
}

export interface FontRun extends Run {
  readonly legacy: LegacyFont | null
}

/** Letters of Unicode's Vietnamese: words that hold one were typed in Unicode, whatever font they are shown in. */
const UNICODE = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/

/** The runs of a paragraph in Unicode; `told` hears of each old encoding that was found. */
export function unicodeRuns(runs: readonly FontRun[], told: (encoding: string) => void): readonly Run[] {
  if (runs.every(run => run.legacy === null)) return runs
  const whole = runs.map(run => ({ ...run, text: withoutPrivate(run) }))
  for (let i = 1; i < whole.length; i += 1) {
    const [before, after] = [whole[i - 1], whole[i]]
    // A letter of VNI and its sign may stand in two runs.
    if (before?.legacy !== 'VNI' || after?.legacy !== 'VNI' || !VNI_MARKS.has(after.text[0] ?? '')) continue
    before.text += after.text[0] ?? ''
    after.text = after.text.slice(1)
  }
  return whole.map(({ text, strong, legacy }) => {
    if (legacy === null || UNICODE.test(text) || !/[\u00a1-\u00ff]/.test(text)) {
      return { text: legacy === 'TCVN3 capitals' ? text.toUpperCase() : text, strong }
    }
    told(legacy === 'VNI' ? 'VNI' : 'TCVN3')
    if (legacy === 'VNI') return { text: fromVni(text), strong }
    return { text: legacy === 'TCVN3' ? fromTcvn3(text) : fromTcvn3(text).toUpperCase(), strong }
  })
}

/** Word keeps the letters of a font of signs in the private area, 0xF000 above their byte. */
const withoutPrivate = ({ text, legacy }: FontRun): string =>
  legacy === null ? text : text.replace(/[\uf020-\uf0ff]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xf000))
