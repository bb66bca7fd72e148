import type { Message } from '../messages/message.ts'
import type { SourceDocument } from './document.ts'
import { claimsOf } from './claims/check.ts'
import { figuresOf } from './figures.ts'
import { partOf, SILENT, type Progress } from './progress.ts'
import type { Reading, ReadMeasure, ReadTarget } from './result.ts'
import { scanNumbers } from './numbers/scan.ts'
import { withTwoDigits } from './numbers/two-digits.ts'
import { itemsOf, type Item } from './targets/item.ts'
import type { Times } from './targets/clause.ts'
import { cleanName } from './targets/name.ts'
import { planTime } from './targets/plan-time.ts'
import { draftsOf } from './targets/prose.ts'
import { numberedRows, tableDrafts, type RowName } from './targets/table.ts'
import { tasksOf } from './tasks.ts'
import { issuerOf, titleLines, titleOf } from './title.ts'
import { contextOf, type Context } from './tree/context.ts'
import { modeOf } from './tree/mode.ts'
import { linesOf, type Line } from './tree/lines.ts'
import { yearWords, type YearWords } from './words/years.ts'
import { treeOf, type Node, type Placed } from './tree/sections.ts'

/** Where a text begins, before any title. */
const OPEN: Context = {
  mode: 'open',
  group: null,
  announced: null,
  years: null,
  kind: null,
  until: false,
  shared: false,
  titles: [],
}

type Unnumbered = Omit<ReadTarget, 'id'>

/**
 * Reads a document: sections, targets, figures, tasks and messages with their places. Pure, and linear in its length. `told`
 * hears how far it is.
 */
export function readSource(document: SourceDocument, told: Progress = SILENT): Reading {
  const { text } = document
  const lines = linesOf(document).filter(line => !isProvenance(line))
  const time = planTime(lines)
  const { sections, placed } = treeOf(lines, text.length)
  const known = new Map<Node, Context>()
  const context = (node: Node | null): Context => {
    if (!node) return OPEN
    const remembered = known.get(node)
    if (remembered) return remembered
    const made = contextOf(node, context(node.parent), time)
    known.set(node, made)
    return made
  }
  const timesOf = (around: Context): Times => ({
    years: around.years && usable(around, time.term) ? around.years : time.term,
    kind:
      around.years && usable(around, time.term)
        ? (around.kind ?? 'span')
        : time.term && time.term.from === time.term.to
          ? 'point'
          : 'span',
    until: around.years && usable(around, time.term) ? around.until : time.endOnly,
    shared: around.shared,
    term: time.term,
    nhiemKy: time.nhiemKy,
    single: time.term !== null && time.term.from === time.term.to && !time.endOnly,
    floor: time.term?.from ?? time.issued,
  })
  const titled = new Set(titleLines(lines).filter(line => line.styled || line.view.text.length < 200))
  const messages: Message[] = []
  const aims: Aims = new Map()
  const targets: Unnumbered[] = []
  const tables = tablesOf(placed)
  const named = new Map<string, RowName>()
  for (const table of tables.values())
    for (const row of numberedRows(
      text,
      table.map(p => p.line),
      timesOf(context(table[0]?.node ?? null)),
    ))
      if (!named.has(row.number)) named.set(row.number, row)
  const [inTargets, inFigures, inClaims] = PARTS.map(([from, to]) => partOf(told, from, to)) as [
    Progress,
    Progress,
    Progress,
  ]
  for (const [at, place] of placed.entries()) {
    inTargets(at, placed.length)
    const around = context(place.node)
    if (place.line.block.kind === 'row') {
      const table = tables.get(place.line.block.table)
      if (table?.[0] !== place || around.mode === 'past') continue
      const scope = around.mode === 'task' ? 'task' : around.mode === 'forecast' ? 'forecast' : 'main'
      for (const row of tableDrafts(
        text,
        table.map(p => p.line),
        around,
        timesOf(around),
        named,
      )) {
        if (row.measures.length > 0)
          targets.push({
            scope,
            group: row.group,
            number: row.number,
            start: row.start,
            end: row.end,
            text: text.slice(row.start, row.end),
            measures: row.measures,
          })
        else messages.push(info('reading.row-without-figure', row, row.name))
      }
      continue
    }
    if (place.line.kind === 'footnote' || place.head || titled.has(place.line)) continue
    const tokens = scanNumbers(place.line.view)
    for (const found of itemsOf(place, around)) {
      const item = { ...found, led: aims.get(place.node) }
      const listed = item.listed && around.mode === 'main'
      const drafts = draftsOf(item, listed ? withTwoDigits(place.line.view, tokens) : tokens, timesOf(around))
      if (around.mode === 'open') followAims(aims, item)
      for (const draft of drafts) {
        const span = place.line.view.span(draft.from, draft.to)
        targets.push({
          scope: draft.scope,
          group: around.group,
          number: item.number,
          ...span,
          text: text.slice(span.start, span.end),
          measures: draft.measures,
        })
      }
      if (drafts.length === 0 && isMilestone(item)) targets.push(milestoneOf(item, text, timesOf(around)))
    }
  }
  const numbered = targets.sort((a, b) => a.start - b.start).map((target, i) => ({ id: `t${i + 1}`, ...target }))
  const figures = lines
    .flatMap((line, at) => {
      inFigures(at, lines.length)
      return figuresOf(text, line)
    })
    .sort((a, b) => a.start - b.start)
  return {
    title: titleOf(lines),
    issuer: issuerOf(lines),
    term: time.term,
    text,
    sections,
    targets: numbered,
    figures,
    tasks: tasksOf(placed, context, text),
    messages,
    claims: claimsOf({ text, lines, placed, targets: numbered, figures }, inClaims),
  }
}

/**
 * What of the time goes into targets, figures and claims, in hundredths, as a long document was measured; lines and sections
 * come before.
 */
const PARTS = [
  [15, 72],
  [72, 92],
  [92, 100],
] as const

type Aims = Map<Node | null, { readonly year: YearWords | null }>
const AIMS = /(?:mục tiêu|chỉ tiêu)(?: (?:kinh tế|phát triển|xã hội)[^.:;,]{0,40}?)?(?: cụ thể| chủ yếu)/
const WORK = /^(?:để (?:đạt|thực hiện|hoàn thành)|(?:các |những |về )?(?:nhiệm vụ|giải pháp)|bên cạnh đó|ngoài ra)/

/** Keeps the sections without a telling title whose paragraphs have begun to list aims, and not yet the work for them. */
function followAims(aims: Aims, { line, node, from, to }: Item): void {
  const words = line.view.low.slice(from, to)
  if (WORK.test(words)) aims.delete(node)
  else if (AIMS.test(words)) {
    const years = yearWords(line.view, scanNumbers(line.view)).filter(
      year => year.role === 'own' && year.from >= from && year.to <= to,
    )
    aims.set(node, { year: years.at(-1) ?? null })
  }
}

/** A note that says where a text was taken from is no part of the document. */
const isProvenance = (line: Line) => /^(?:source|nguồn)\s*:/.test(line.view.low) && line.kind === 'heading'

/** A title's years govern only where they do not lie before the plan ("… theo Nghị quyết … năm 2025" above a goal of 2030). */
const usable = (around: Context, term: Reading['term']) =>
  around.years !== null && (term === null || around.years.to >= term.from)

function tablesOf(placed: readonly Placed[]): Map<number, Placed[]> {
  const tables = new Map<number, Placed[]>()
  for (const place of placed) {
    if (place.line.block.kind !== 'row') continue
    const rows = tables.get(place.line.block.table)
    if (rows) rows.push(place)
    else tables.set(place.line.block.table, [place])
  }
  return tables
}

/** A point of a list of targets that promises something without a figure. */
function isMilestone({ context, listed, line, from, to }: Item): boolean {
  const words = line.view.low.slice(from, to)
  if (context.mode !== 'main' || !listed || words.length < 12 || words.length > 600) return false
  const nearest = context.titles.findLast(title => modeOf(title) !== null) ?? ''
  return /chỉ tiêu|mục tiêu/i.test(nearest) && !/quan điểm|tổng quát|mục tiêu chung/i.test(nearest)
}

function milestoneOf({ line, from, to, context, number }: Item, text: string, times: Times): Unnumbered {
  const span = line.view.span(from, to)
  const name = cleanName(line.view.text.slice(from, Math.min(to, from + 240)).replace(/[.;]\s*$/, ''))
  const named = yearWords(line.view, scanNumbers(line.view)).findLast(
    words => words.role === 'own' && words.from >= from && words.to <= to,
  )
  const due = named?.span ?? times.years ?? times.term
  const measure: ReadMeasure = {
    ...span,
    name: name || line.view.text.slice(from, to),
    shape: 'milestone',
    when: due && { from: due.to, to: due.to },
    bound: { kind: 'exactly', low: null, high: null },
    unit: '',
    direction: 'up',
    change: null,
    basis: null,
    base: null,
    indicators: 1,
    mean: null,
    part: false,
  }
  return {
    scope: 'main',
    group: context.group,
    number,
    ...span,
    text: text.slice(span.start, span.end),
    measures: [measure],
  }
}

const info = (rule: string, { start, end }: { start: number; end: number }, actual: string): Message => ({
  rule,
  severity: 'info',
  start,
  end,
  actual,
})
