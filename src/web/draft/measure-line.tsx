import { boundOf } from '../../measure/bound.ts'
import { showRange } from '../../measure/show.ts'
import type { ReadMeasure } from '../../reading/result.ts'
import { boundInWords } from '../frame/figures.ts'
import type { View } from '../frame/view.ts'

/** A measure as understood, in a line. */
export function MeasureLine({ view, measure }: { readonly view: View; readonly measure: ReadMeasure }) {
  const { t, language } = view
  const bound = boundOf(measure.bound.kind, measure.bound.low, measure.bound.high)
  const when =
    measure.when &&
    (measure.when.from === measure.when.to ? String(measure.when.to) : showRange(measure.when.from, measure.when.to))
  const said = [
    measure.change && t(`web.change.${measure.change}`),
    bound && boundInWords(bound, measure.unit, language),
  ].filter(part => part !== null)
  return (
    <>
      <span lang="vi">{measure.name}</span> · {said.length > 0 && <b>{said.join(' ')}</b>}{' '}
      <small>{[t(`web.shape.${measure.shape}`), when].filter(part => part !== null).join(', ')}</small>
    </>
  )
}
