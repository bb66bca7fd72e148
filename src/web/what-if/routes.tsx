import { Hono } from 'hono'
import { Fault } from '../../api/faults.ts'
import { questionsOf } from '../../api/judged/question.ts'
import { areasOf } from '../../evaluation/allocation/plan-for.ts'
import { leversOf } from '../../evaluation/what-if/lever.ts'
import { areasNear } from '../../evaluation/what-if/near.ts'
import { groundOf as knownOn } from '../../evaluation/what-if/answer.ts'
import { say } from '../../messages/catalogue.ts'
import type { Message } from '../../messages/message.ts'
import { MOST_ASSUMPTIONS, type Layer } from '../../plan/layer.ts'
import { layersText, parseLayers } from '../../plan/layer-text.ts'
import { currentPlan } from '../../store/plans.ts'
import { page, viewFor, type Around } from '../around.ts'
import { chosenBy, type Chosen } from '../chosen.ts'
import { CONTROLS, here } from '../frame/address.ts'
import type { View } from '../frame/view.ts'
import { addedAssumption, editLayer, type Fields } from './asked.ts'
import { MOST_LAYERS, suppositionOf } from './load.ts'
import { WhatIfPage } from './view.tsx'

/** Everything of a supposition stands in the address: a link shows it to anybody, and nothing is kept. */
export function whatIfPages(around: Around): Hono {
  const { store, tenant } = around
  const app = new Hono()
  app.get('/plans/:id/what-if', async c => {
    const view = viewFor(c)
    const chosen = await chosenBy(around, c)
    const { asOfLog } = chosen.asked
    const id = c.req.param('id')
    const plan = (await currentPlan(store, tenant, id, asOfLog))?.plan
    if (!plan) throw new Fault('no-plan', { id })
    const { value: layers, messages: faults } = parseLayers(c.req.query('layers') ?? '')
    if (!layers || layers.length > MOST_LAYERS)
      throw new Fault('bad-layer', { detail: faults[0] ? sentence(faults[0], view) : String(MOST_LAYERS) })
    const { territory } = chosen
    const questions = await questionsOf(store, tenant, plan, chosen.asked, { territory, layers })
    const known = questions(areasNear(questions(), layers, areasOf(plan)))
    const at = Math.max(0, Math.floor(Number(c.req.query('at') ?? '0')) || 0)
    const area = c.req.query('area') ?? plan.area
    const fields = Object.fromEntries(new URL(c.req.url).searchParams)
    const verb = fields['do']
    const done =
      verb === undefined
        ? null
        : edited(verb, view, layers, at, fields, layer =>
            editLayer(layer, leversOf(knownOn(known), area), area, fields, view.language),
          )
    if (done?.messages.length === 0) return c.redirect(addressOf(view, done.layers, done.at, area), 303)
    const shown = suppositionOf(known, { area, layers: done?.layers ?? layers, at: done?.at ?? at })
    const refused = done ? { fields, messages: done.messages } : null
    return page(c, content(view, chosen, shown, refused), refused ? 422 : 200)
  })
  return app
}

const content = (
  view: View,
  chosen: Chosen,
  shown: ReturnType<typeof suppositionOf>,
  refused: { readonly fields: Fields; readonly messages: readonly Message[] } | null,
) => <WhatIfPage view={view} chosen={chosen} shown={shown} refused={refused} />

const sentence = ({ rule, ...values }: Message, { language }: View): string =>
  say(rule, language, {
    actual: values.actual ?? '',
    expected: values.expected ?? '',
    start: String(values.start ?? ''),
  })

/** The page as a link: what the form was sent with is in the layers now. */
function addressOf(view: View, layers: readonly Layer[], at: number, area: string): string {
  const own = new Set<string>(CONTROLS)
  const others = [...view.address.query.keys()].filter(name => !own.has(name))
  const text = layersText(layers)
  return here(view.address, {
    ...Object.fromEntries(others.map(name => [name, null])),
    layers: text === '' ? null : text,
    at: at === 0 ? null : String(at),
    area: area === '' ? null : area,
  })
}

interface Done {
  readonly layers: readonly Layer[]
  readonly at: number
  readonly messages: readonly Message[]
}

/** What a link or form does to the layers. */
function edited(
  verb: string,
  view: View,
  layers: readonly Layer[],
  at: number,
  fields: Fields,
  edit: (layer: Layer) => ReturnType<typeof editLayer>,
): Done {
  const fresh = (): Layer => ({
    name: view.t('web.what-if.first', { number: String(layers.length + 1) }),
    assumptions: [],
  })
  const own = layers[at] ?? fresh()
  const put = (layer: Layer) => (layers.length === 0 ? [layer] : layers.map((each, i) => (i === at ? layer : each)))
  switch (verb) {
    case 'new':
      return {
        layers: [...layers, fresh()].slice(0, MOST_LAYERS),
        at: Math.min(layers.length, MOST_LAYERS - 1),
        messages: [],
      }
    case 'copy': {
      const copy = { ...own, name: view.t('web.what-if.copied', { name: own.name }).slice(0, 80) }
      return {
        layers: [...layers, copy].slice(0, MOST_LAYERS),
        at: Math.min(layers.length, MOST_LAYERS - 1),
        messages: [],
      }
    }
    case 'drop':
      return { layers: layers.filter((_, i) => i !== at), at: 0, messages: [] }
    case 'remove': {
      const index = Number(fields['index'])
      return { layers: put({ ...own, assumptions: own.assumptions.filter((_, i) => i !== index) }), at, messages: [] }
    }
    case 'add': {
      const added = addedAssumption(fields, view.language)
      if ('rule' in added) return { layers, at, messages: [added] }
      const assumptions = [...own.assumptions, added].slice(-MOST_ASSUMPTIONS)
      return { layers: put({ ...own, assumptions }), at, messages: [] }
    }
    default: {
      const { layer, messages } = edit(own)
      return messages.length > 0 ? { layers, at, messages } : { layers: put(layer), at, messages: [] }
    }
  }
}
