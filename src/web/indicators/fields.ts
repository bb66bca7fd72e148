import type { Fields } from '../../api/draft/correct.ts'
import type { Message } from '../../messages/message.ts'
import type { Dimension, Indicator, Method } from '../../plan/plan.ts'

/** What lists look like in a form: one thing a line, its parts with ";" between. */
export const methodLines = (methods: readonly Method[]): string =>
  methods.map(({ id, name, linked }) => [id, name.vi, linked.join(', ')].join('; ').replace(/; $/, '')).join('\n')

export const dimensionLines = (dimensions: readonly Dimension[]): string =>
  dimensions
    .map(({ id, name, codes, whole }) =>
      [id, name.vi, codes.map(code => `${code.id} = ${code.name.vi}`).join(', '), ...(whole ? ['*'] : [])].join('; '),
    )
    .join('\n')

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .normalize('NFC')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

const partsOf = (text: string | undefined, between: RegExp): readonly string[] =>
  (text ?? '')
    .split(between)
    .map(part => part.trim())
    .filter(part => part !== '')

/** A form as an indicator's file has it; what the form does not show of the one before (English names of parts) is kept. */
export function indicatorOfFields(fields: Fields, before: Indicator | undefined): unknown {
  const text = (name: string) => (fields[name] ?? '').normalize('NFC').trim()
  const name = (vi: string, en: string) => (en === '' ? { vi } : { vi, en })
  const said = (key: string, value: unknown, given: boolean) => (given ? { [key]: value } : {})
  return {
    code: text('code'),
    name: name(text('name'), text('name-en')),
    unit: text('unit'),
    decimals: /^\d$/.test(text('decimals')) ? Number(text('decimals')) : text('decimals'),
    direction: text('direction'),
    frequency: text('frequency'),
    overAreas: text('overAreas'),
    overTime: text('overTime'),
    methods: linesOf(fields['methods']).map(line => {
      const [id = '', label = '', linked = ''] = line.split(';').map(part => part.trim())
      const known = before?.methods.find(each => each.id === id)?.name
      return { id, name: known?.vi === label ? known : { vi: label }, linked: partsOf(linked, /,/) }
    }),
    ...said(
      'nonNegative',
      text('nonNegative') === '1',
      text('nonNegative') === '1' || before?.nonNegative !== undefined,
    ),
    ...said('sources', linesOf(fields['sources']), linesOf(fields['sources']).length > 0),
    ...said('definition', name(text('definition'), text('definition-en')), text('definition') !== ''),
    ...said('formula', text('formula'), text('formula') !== ''),
    ...said('weight', text('weight'), text('overAreas') === 'weightedMean' && text('weight') !== ''),
    ...said(
      'ratio',
      { numerator: text('numerator'), denominator: text('denominator') },
      text('overAreas') === 'ratioOfSums',
    ),
    ...said(
      'dimensions',
      linesOf(fields['dimensions']).map(line => dimensionOf(line, before)),
      text('dimensions') !== '',
    ),
    ...said('responsible', text('responsible'), text('responsible') !== ''),
  }
}

function dimensionOf(line: string, before: Indicator | undefined): unknown {
  const [id = '', label = '', codes = '', whole = ''] = line.split(';').map(part => part.trim())
  const known = before?.dimensions?.find(each => each.id === id)
  return {
    id,
    name: known?.name.vi === label ? known.name : { vi: label },
    codes: partsOf(codes, /,/).map(part => {
      const [code = '', words = ''] = part.split('=').map(each => each.trim())
      const name = known?.codes.find(each => each.id === code)?.name
      return { id: code, name: name?.vi === words ? name : { vi: words === '' ? code : words } }
    }),
    whole: whole === '*',
  }
}

/** The field of the form that a path of a file speaks of: "indicators.ty-le.formula 3-5" → formula. */
export function inField(message: Message): Message {
  const path = (message.column ?? '').replace(/^(?:indicators\.[^.]+|indicator)\.?/, '')
  const [head = ''] = path.split(/[.[ ]/)
  if (head === 'ratio') return { ...message, column: path.includes('denominator') ? 'denominator' : 'numerator' }
  const place = /^formula (\d+)-(\d+)$/.exec(path)
  return {
    ...message,
    column: head,
    ...(place ? { start: Number(place[1]), end: Number(place[2]) } : {}),
  }
}
