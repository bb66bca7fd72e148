import { wordsOf } from '../../api/draft/plain-words.ts'
import { loadOpenDraft, type Shelf } from '../../api/draft/desk.ts'
import { listFindings } from '../../desk/findings/known.ts'
import type { Organisation } from '../../desk/organisations/organisation.ts'
import { showRange } from '../../measure/show.ts'
import type { Plan } from '../../plan/plan.ts'
import { definitions } from '../../store/definitions.ts'
import { currentPlan } from '../../store/plans.ts'
import { currentTerritory } from '../../store/territory.ts'
import { piecesOf } from '../document/sections.ts'
import { searchable, type Searchable } from './rank.ts'

/** What can be found, in the order in which it is shown. */
export const FOUND_KINDS = [
  'target',
  'indicator',
  'area',
  'organisation',
  'finding',
  'plan',
  'task',
  'section',
] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** Something that can be found. */
export interface Entry extends Searchable {
  readonly kind: FoundKind
  /** What it is called, and what it belongs to. */
  readonly title: string
  readonly detail: string
  readonly path: string
  /** Where whoever is signed in is led instead. */
  readonly inside?: string
  /** Of a finding: who answers it; it is shown to those who may read that office's findings. */
  readonly office?: string
  /** Words that it is found by beside its title; shown around what was found. */
  readonly text: string
}

const entry = (kind: FoundKind, title: string, detail: string, path: string, text = '', code = ''): Entry => ({
  kind,
  title,
  detail,
  path,
  text,
  ...searchable(title, `${code} ${detail}`, text),
})

/** A plan with its targets and indicators. */
export function planEntries(plan: Plan): Entry[] {
  const at = `/plans/${encodeURIComponent(plan.id)}`
  const name = plan.name.vi
  const indicators = new Map(plan.indicators.map(indicator => [indicator.code, indicator.name.vi]))
  return [
    entry('plan', name, '', at, plan.name.en ?? '', plan.id),
    ...plan.targets.map(target => {
      const measured = target.measures.flatMap(measure => [
        measure.name.vi,
        ...measure.indicators.map(code => indicators.get(code) ?? ''),
      ])
      return entry('target', target.text, name, `${at}/targets/${encodeURIComponent(target.id)}`, measured.join(' · '))
    }),
    ...plan.indicators.map(({ code, name: { vi, en } }) =>
      entry('indicator', vi, name, `/figures?plan=${encodeURIComponent(plan.id)}#indicators`, en ?? '', code),
    ),
  ]
}

export const plansEntries = async ({ store, tenant }: Shelf, id: string): Promise<Entry[]> => {
  const version = await currentPlan(store, tenant, id)
  return version ? planEntries(version.plan) : []
}

/** Areas under every name that they had; an old one says when. */
export async function areaEntries({ store, tenant }: Shelf): Promise<Entry[]> {
  const { areas } = await currentTerritory(store, tenant)
  return [...areas.values()].map(({ id, facts }) => {
    const last = facts.at(-1)
    const parent = last?.parent ? (areas.get(last.parent)?.facts.at(-1)?.name ?? '') : ''
    const before = [...new Set(facts.map(fact => fact.name))].filter(name => name !== last?.name)
    const years = last?.to ? showRange(last.from.slice(0, 4), last.to.slice(0, 4)) : ''
    const detail = [parent, years].filter(part => part !== '').join(' · ')
    const codes = [...new Set(facts.map(fact => fact.code))].join(' ')
    return entry('area', last?.name ?? id, detail, `/areas/${encodeURIComponent(id)}`, before.join(' · '), codes)
  })
}

export async function organisationEntries({ store, tenant }: Shelf): Promise<Entry[]> {
  const known = (await definitions(store, tenant, 'organisation')).map(({ id, body }) => ({
    ...(body as Omit<Organisation, 'id'>),
    id,
  }))
  const names = new Map(known.map(({ id, name }) => [id, name]))
  return known.map(({ id, name, parent, area }) => ({
    ...entry(
      'organisation',
      name,
      names.get(parent ?? '') ?? '',
      area ? `/areas/${encodeURIComponent(area)}` : '/areas',
      '',
      id,
    ),
    inside: `/organisations/${encodeURIComponent(id)}`,
  }))
}

/** Findings by their number, what was found, what it is about and what was answered. */
export async function findingEntries({ store, tenant }: Shelf): Promise<Entry[]> {
  return (await listFindings(store, tenant)).map(({ id, found, demanded, answer, about, organisation }) => ({
    ...entry(
      'finding',
      `${id} ${found}`.slice(0, LONGEST_TITLE),
      about.name,
      `/findings/${encodeURIComponent(id)}`,
      [demanded, answer].filter(part => part !== '').join(' · '),
    ),
    office: organisation,
  }))
}

/** A document's sections with their words, and the tasks that it orders. */
export async function documentEntries(shelf: Shelf, draft: string): Promise<Entry[]> {
  const { document, reading } = await loadOpenDraft(shelf, draft)
  const words = wordsOf(document.format)
  const name = words(reading.title === '' ? document.name : reading.title)
  const at = `/documents/${document.id}?section=`
  const pieces = piecesOf(reading)
  return [
    ...reading.tasks.map(task =>
      entry(
        'task',
        words(task.text).slice(0, LONGEST_TITLE),
        name,
        at + encodeURIComponent(pieces.findLast(piece => piece.start <= task.start)?.id ?? ''),
      ),
    ),
    ...pieces.map(({ id, section, start, end }) => {
      const title = section ? words(`${section.number} ${section.title}`).trim() : name
      return entry(
        'section',
        title,
        title === name ? '' : name,
        at + encodeURIComponent(id),
        words(reading.text.slice(start, end)),
      )
    }),
  ]
}

const LONGEST_TITLE = 300
