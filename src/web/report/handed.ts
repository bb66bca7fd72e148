import { isAbsent } from '../../measure/absence.ts'
import { decimalText } from '../../measure/decimal.ts'
import { periodCode } from '../../measure/period.ts'
import { REPORT_STATES } from '../../desk/reports/report.ts'
import { codesIn } from '../../plan/formula/node.ts'
import { TYPED } from '../../plan/entry.ts'
import type { Rule } from '../../plan/rules/rule.ts'
import { nameIn, type View, type WebCode } from '../frame/view.ts'
import type { HandedReport } from '../islands/grid/handed.ts'
import { summedIn, type ShownReport } from './load.ts'
import { reportPath } from './path.ts'
import { besideIn, stateIn, unitOf } from './words.ts'

/** The sentences that the form says by itself. */
const WORDS = [
  'web.grid.keeping',
  'web.grid.kept-here',
  'web.grid.sending',
  'web.grid.saved',
  'web.grid.unsent',
  'web.grid.offline',
  'web.grid.cached',
  'web.grid.wrong',
  'web.grid.unremarked',
  'web.grid.signed-out',
  'web.grid.not-taken',
  'web.grid.not-kept',
  'web.grid.no-submit',
  'web.grid.submit-kept',
  'web.grid.submit-changed',
  'web.grid.submit-unread',
  'web.grid.submit-refused',
  'web.grid.conflict',
  'web.grid.closed',
  'web.grid.merged',
  'web.grid.mine',
  'web.grid.theirs',
  'web.grid.figure',
  'web.grid.all-mine',
  'web.grid.all-theirs',
  'web.grid.settle',
  'web.grid.empty',
  'web.grid.chosen',
  'web.grid.sum-of',
  'web.grid.outside',
  'web.grid.restored',
  'web.grid.table',
  'web.report.counts',
  'web.report.reason',
  'web.report.note',
  'web.report.sum',
  'web.report.sum-of',
  'web.report.area',
  'web.report.more',
  'web.report.not-a-number',
  'web.report.too-many-decimals',
  'web.report.below-zero',
  'web.report.too-large',
  'web.report.rule-range',
  'web.report.rule-jump',
  'web.report.rule-outlier',
  'web.report.rule-partOfWhole',
  'web.report.rule-children',
  'web.report.rule-relation',
  'web.report.rule-remark',
] as const satisfies readonly WebCode[]

/** A report as its script starts from it; what rules look at only where rules are about its figures. */
export function handedOf(shown: ShownReport, view: View, person: string): HandedReport {
  const { form } = shown
  const { round, organisation, figures } = form
  const indicators = new Map(form.indicators.map(({ code }, i) => [code, i]))
  const asked: number[][] = form.indicators.map(() => [])
  const areas = new Map(form.areas.map(({ id }, i) => [id, i]))
  const summed = summedIn(form)
  for (const { indicator, area } of figures) asked[indicators.get(indicator.code) ?? 0]?.push(areas.get(area.id) ?? 0)
  const looked = new Set(form.rules.flatMap(codesOf))
  const rules = form.rules.flatMap((rule, i) =>
    codesOf(rule).some(code => indicators.has(code)) ? [form.ruleBodies[i]] : [],
  )
  return {
    person,
    round: round.id,
    organisation: organisation.id,
    path: reportPath(round.id, organisation.id),
    title: `${round.schedule.name}, ${organisation.name}`,
    version: form.version,
    state: form.state,
    language: view.language,
    layout: shown.layout,
    area: shown.area,
    period: periodCode(round.period),
    indicators: form.indicators.map(indicator => ({
      code: indicator.code,
      name: nameIn(indicator.name, view.language),
      shownUnit: unitOf({ indicator }, view),
      unit: indicator.unit,
      decimals: indicator.decimals,
      nonNegative: indicator.nonNegative === true,
      sums: summed.has(indicator.code),
    })),
    areas: form.areas,
    asked: asked.map(of => (of.length === form.areas.length && of.every((area, i) => area === i) ? null : of)),
    lines: figures.flatMap(({ line }, i) =>
      line ? [[i, line.value, line.absent, line.note, line.status, line.method] as const] : [],
    ),
    besides: figures.flatMap(({ previous, yearBefore }, i) =>
      previous || yearBefore
        ? [[i, besideIn(previous, view, TYPED) ?? '', besideIn(yearBefore, view, TYPED) ?? ''] as const]
        : [],
    ),
    rest: form.rest,
    rules,
    known:
      rules.length === 0
        ? []
        : form.known
            .filter(each => looked.has(each.indicator))
            .map(({ indicator, area, period, breakdown, value, log }) => [
              indicator,
              area,
              periodCode(period),
              breakdown,
              isAbsent(value) ? null : decimalText(value),
              log,
            ]),
    inside: form.areas.flatMap(({ id }) => {
      const children = form.inside.get(id) ?? []
      return children.length === 0 ? [] : [[id, children] as const]
    }),
    words: Object.fromEntries([
      ...WORDS.map(code => [code, view.template(code)]),
      ...REPORT_STATES.map(state => [`desk.state-${state}`, stateIn(state, view)]),
    ]) as HandedReport['words'],
  }
}

/** The indicators that a rule looks at. */
const codesOf = (rule: Rule): readonly string[] =>
  rule.kind === 'relation' ? [...codesIn(rule.left), ...codesIn(rule.right)] : rule.indicators
