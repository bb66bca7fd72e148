import { LEVELS, RHYTHMS, SCHEDULE_COLUMNS, writeSchedules, type Schedule } from '../../desk/rounds/schedule.ts'
import { parseCsv } from '../../exchange/csv.ts'
import { showDay, showRange } from '../../measure/show.ts'
import { to } from '../frame/address.ts'
import { Area, Choice, Field, Ticks } from '../frame/field.tsx'
import { nameIn } from '../frame/view.ts'
import { TableForm } from './table-form.tsx'
import type { RoundsProps } from './view.tsx'

/** The schedules that rounds come from: each in a line with its form, one more, or all of them by a table. */
export function SchedulesPart(props: RoundsProps) {
  const { view, setup } = props
  const { t, address, language } = view
  const defines = view.may('round.define')
  const nameOf = (code: string) => {
    const known = setup.indicators.get(code)
    return known ? nameIn(known.name, language) : code
  }
  if (!defines && setup.schedules.length === 0) return null
  return (
    <section aria-labelledby="schedules">
      <h2 id="schedules">{t('web.rounds.schedules')}</h2>
      {setup.schedules.map(schedule => (
        <article class="draft">
          <p>
            <b lang="vi">{schedule.name}</b> · {t(`web.rhythm.${schedule.rhythm}`)} · {dueIn(schedule, props)} ·{' '}
            {schedule.to === null
              ? t('web.rounds.from', { day: showDay(schedule.from, language) })
              : showRange(showDay(schedule.from, language), showDay(schedule.to, language))}
          </p>
          <Asked names={schedule.indicators.map(code => nameOf(code))} view={view} />
          {defines && (
            <details open={props.refused?.at === `schedule.${schedule.id}`}>
              <summary>{t('web.rounds.change')}</summary>
              <ScheduleForm {...props} schedule={schedule} />
              <form method="post" action={to(address, '/rounds/schedules')}>
                <input type="hidden" name="id" value={schedule.id} />
                <button class="plain" type="submit" name="act" value="drop">
                  {t('web.rounds.drop-schedule')}
                </button>
              </form>
            </details>
          )}
        </article>
      ))}
      {defines && (
        <>
          <details open={props.refused?.at === 'schedule.' || setup.schedules.length === 0}>
            <summary>{t('web.rounds.add-schedule')}</summary>
            <ScheduleForm {...props} schedule={null} />
          </details>
          <TableForm
            view={view}
            action="/rounds/table"
            of="schedules"
            download="/rounds/schedules.csv"
            columns={SCHEDULE_COLUMNS}
          />
        </>
      )}
    </section>
  )
}

/** So many names are read at a glance; more are one click away. */
const GLANCE = 8

/** What a schedule asks for. */
function Asked({ names, view }: { readonly names: readonly string[]; readonly view: RoundsProps['view'] }) {
  const listed = (
    <p class="small" lang="vi">
      {names.join('; ')}
    </p>
  )
  if (names.length <= GLANCE) return listed
  return (
    <details class="small">
      <summary>{view.t('web.rounds.asks-for', { count: String(names.length) })}</summary>
      {listed}
    </details>
  )
}

function dueIn({ due }: Schedule, { view: { t } }: RoundsProps): string {
  if ('workingDay' in due) return t('web.rounds.due-working', { day: String(due.workingDay) })
  return t(due.months === 0 ? 'web.rounds.due-within' : 'web.rounds.due-after', { day: String(due.day) })
}

/** The cells of a schedule's line in its table. */
function cellsOf(schedule: Schedule): Readonly<Record<string, string>> {
  const cells = parseCsv(writeSchedules([schedule])).records[1]?.cells ?? []
  return Object.fromEntries(SCHEDULE_COLUMNS.map((name, i) => [name, cells[i] ?? '']))
}

function ScheduleForm({ view, refused, schedule }: RoundsProps & { readonly schedule: Schedule | null }) {
  const { t, address } = view
  const of = schedule?.id ?? ''
  const own = refused?.at === `schedule.${of}` ? refused : null
  const cells = schedule ? cellsOf(schedule) : USUAL
  const shared = { view, form: `s-${of}`, refused: own }
  const cell = (name: string) => cells[name] ?? ''
  return (
    <form method="post" action={to(address, '/rounds/schedules')}>
      <input type="hidden" name="of" value={of} />
      {schedule && <input type="hidden" name="id" value={of} />}
      <div class="fields">
        {!schedule && <Field {...shared} name="id" label={t('web.rounds.id')} value="" />}
        <Field {...shared} name="name" label={t('web.rounds.name')} value={cell('name')} wide />
        <Choice
          {...shared}
          name="rhythm"
          label={t('web.rounds.rhythm')}
          value={cell('rhythm')}
          choices={RHYTHMS.map(each => [each, t(`web.rhythm.${each}`)] as const)}
        />
        <Field {...shared} name="due" label={t('web.rounds.due-rule')} value={cell('due')} list="due-rules" />
        <Ticks
          {...shared}
          name="levels"
          label={t('web.rounds.levels')}
          value={cell('levels')}
          choices={LEVELS.map(level => [level, t(`web.level.${level}`)] as const)}
        />
        <Field {...shared} name="opens" label={t('web.rounds.opens')} value={cell('opens')} numeric />
        <Field {...shared} name="from" label={t('web.rounds.first-day')} value={cell('from')} type="date" />
        <Field {...shared} name="to" label={t('web.rounds.last-day')} value={cell('to')} type="date" />
        <Field {...shared} name="remind" label={t('web.rounds.remind')} value={cell('remind')} />
        <Field {...shared} name="head" label={t('web.rounds.to-head')} value={cell('head')} numeric />
        <Field {...shared} name="planner" label={t('web.rounds.to-planner')} value={cell('planner')} numeric />
        <Area {...shared} name="indicators" label={t('web.rounds.indicators')} value={cell('indicators')} rows={2} />
      </div>
      <button type="submit" name="act" value="save">
        {t('web.draft.save')}
      </button>
    </form>
  )
}

const USUAL: Readonly<Record<string, string>> = {
  rhythm: 'month',
  due: 'ngày làm việc 5',
  levels: 'province',
  opens: '0',
  remind: '3 1',
  head: '2',
  planner: '5',
  indicators: '*',
}
