import { element, escaped, words } from '../svg.ts'
import { MAP_WIDTH, type MapPicture, type Shape } from './picture.ts'

/** How one area looks and what it says. */
export interface Look {
  /** Classes of its path: a tone, `none` where nothing is known, `part` where a total is not whole. */
  readonly tone: string
  /** What it is called and how it stands, for whoever points at it or hears it. */
  readonly said: string
  /** Where it leads. */
  readonly href: string | null
  /** What is written on it where names have room, and where they have not. */
  readonly name: string
  readonly number: string
  /** Whether it is the one that the page is about. */
  readonly chosen?: boolean
}

/** Below this room nothing is written; below the other no name. */
const LEAST_ROOM = 26
const ROOM_FOR_NAMES = 66

/** Whether numbers stand on a picture in the place of names. */
export const isNumbered = ({ kind, shapes }: MapPicture): boolean =>
  kind === 'outlines' || (shapes[0]?.room ?? 0) < ROOM_FOR_NAMES
const LETTER = 0.56

/**
 * A map as SVG. Every area is a link that the keyboard reaches, named in words; areas without a figure are hatched, those whose total is not whole
 * are checked. `id` is
 * the map's own on its page.
 */
export function drawMap(picture: MapPicture, id: string, title: string, lookOf: (area: string) => Look): string {
  const looks = picture.shapes.map(shape => ({ shape, look: lookOf(shape.area) }))
  return element(
    'svg',
    {
      class: `map ${picture.kind}`,
      viewBox: `0 0 ${MAP_WIDTH} ${picture.height}`,
      width: MAP_WIDTH,
      height: picture.height,
      role: 'group',
      'aria-label': title,
    },
    element(
      'pattern',
      { id: `${id}-none`, width: 9, height: 9, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('path', { class: 'hatched', d: 'M0 0V9' }),
    ),
    looks.some(({ look }) => look.tone === 'part')
      ? element(
          'pattern',
          { id: `${id}-part`, width: 9, height: 9, patternUnits: 'userSpaceOnUse' },
          element('path', { class: 'hatched', d: 'M0 4.5H9M4.5 0V9' }),
        )
      : '',
    picture.heads.map(({ text, x, y }) => words({ class: 'block', x, y }, text)).join(''),
    [...looks]
      // The chosen one is drawn last: nothing covers its edge.
      .sort((a, b) => Number(a.look.chosen ?? false) - Number(b.look.chosen ?? false))
      .map(({ shape, look }) => areaOf(shape, look, id, isNumbered(picture)))
      .join(''),
  )
}

function areaOf(shape: Shape, look: Look, id: string, numbered: boolean): string {
  const body =
    element('path', {
      class: `${look.tone}${look.chosen ? ' chosen' : ''}`,
      d: shape.d,
      fill: look.tone === 'none' || look.tone === 'part' ? `url(#${id}-${look.tone})` : null,
    }) + (shape.room < LEAST_ROOM ? '' : labelOf(shape, look, numbered))
  const said = element('title', {}, escaped(look.said))
  return look.href === null
    ? element('g', {}, said, body)
    : element('a', { href: look.href, 'aria-label': look.said }, said, body)
}

const LINE = 1.1

/** A label in up to three lines that fit; one size for all of a picture. */
function labelOf({ x, y, room }: Shape, { name, number, tone }: Look, numbered: boolean): string {
  const label = numbered ? number : name
  if (label === '') return ''
  const size = numbered ? 22 : Math.min(16, room / 5.8)
  const lines = inLines(label, Math.floor((room * 0.92) / (size * LETTER)))
  const top = y + size * 0.35 - ((lines.length - 1) * size * LINE) / 2
  return element(
    'text',
    { class: `on ${tone}`, 'text-anchor': 'middle', 'font-size': size, 'aria-hidden': 'true' },
    ...lines.map((line, i) => element('tspan', { x, y: top + i * size * LINE }, escaped(line))),
  )
}

function inLines(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 3)
}
