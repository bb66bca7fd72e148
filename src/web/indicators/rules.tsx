import type { Catalogued } from '../../desk/indicators/catalogue.ts'
import { parseDecimal } from '../../measure/decimal.ts'
import { showDecimal, showRange } from '../../measure/show.ts'
import { RULE_KINDS, SEVERITIES } from '../../plan/rules/rule.ts'
import { to } from '../frame/address.ts'
import { Choice, Field } from '../frame/field.tsx'
import { MessageList } from '../frame/messages.tsx'
import type { View } from '../frame/view.ts'
import type { IndicatorProps } from './indicator.tsx'
import type { RuleBody } from './rule-fields.ts'

/** What reported figures of the indicator are held against. */
export function Rules({ view, found, rules, refused }: IndicatorProps & { readonly found: Catalogued }) {
  const { t, address } = view
  const defines = view.may('indicator.define')
  if (rules.length === 0 && !defines) return null
  const action = to(address, `/indicators/${encodeURIComponent(found.indicator.code)}/rules`)
  const shared = { view, form: 'rule', refused }
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t('web.indicators.rules')}</h2>
      {rules.length === 0 ? (
        <p>{t('web.indicators.no-rules')}</p>
      ) : (
        <ul class="findings">
          {rules.map(rule => (
            <li>
              <span lang="vi">{String(rule['name'])}</span>
              <small>
                {' '}
                · {t(`web.rule.${rule.kind}` as 'web.rule.range')}
                {detail(rule, view)} · {t(`web.rule.${String(rule['severity'])}` as 'web.rule.refuse')}
              </small>
              {defines && (
                <form method="post" action={action}>
                  <input type="hidden" name="id" value={rule.id} />
                  <button class="plain" type="submit" name="act" value="drop">
                    {t('web.indicators.drop-rule')}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {defines && (
        <details open={refused !== null}>
          <summary>{t('web.indicators.add-rule')}</summary>
          {refused && (
            <div class="wrong" role="alert">
              <MessageList view={view} messages={refused.messages} />
            </div>
          )}
          <form method="post" action={action}>
            <p class="small">{t('web.indicators.about-rule')}</p>
            <div class="fields">
              <Field {...shared} name="rule-name" label={t('web.indicators.rule-name')} value="" wide />
              <Choice
                {...shared}
                name="kind"
                label={t('web.indicators.rule-kind')}
                value="range"
                choices={RULE_KINDS.map(kind => [kind, t(`web.rule.${kind}`)] as const)}
              />
              <Choice
                {...shared}
                name="severity"
                label={t('web.indicators.severity')}
                value="remark"
                choices={SEVERITIES.map(each => [each, t(`web.rule.${each}`)] as const)}
              />
              <Field {...shared} name="low" label={t('web.draft.low')} value="" numeric />
              <Field {...shared} name="high" label={t('web.draft.high')} value="" numeric />
              <Field {...shared} name="by" label={t('web.indicators.rule-by')} value="" numeric />
              <Choice
                {...shared}
                name="basis"
                label={t('web.draft.basis')}
                value="relative"
                choices={[
                  ['relative', '%'],
                  ['absolute', t('web.basis.absolute')],
                ]}
              />
              <Field {...shared} name="score" label={t('web.indicators.rule-score')} value="" numeric />
              <Field {...shared} name="dimension" label={t('web.indicators.rule-dimension')} value="" />
              <Field {...shared} name="holds" label={t('web.indicators.rule-holds')} value="" wide />
            </div>
            <button type="submit" name="act" value="add">
              {t('web.indicators.add-rule')}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}

const SAID = ['by', 'basis', 'score', 'dimension', 'holds'] as const

/** What the rule asks: ": 0 – 100", ": 12,5 · %"; a formula as it is written. */
function detail(rule: RuleBody, { t, language }: View): string {
  const shown = (key: string) => {
    const text = rule[key]
    if (typeof text !== 'string') return null
    if (key === 'basis') return text === 'absolute' ? t('web.basis.absolute') : '%'
    const number = parseDecimal(text)
    return number ? showDecimal(number, language) : text
  }
  const [low, high] = [shown('low'), shown('high')]
  const range = low === null && high === null ? [] : [showRange(low ?? '…', high ?? '…')]
  const said = [...range, ...SAID.flatMap(key => shown(key) ?? [])]
  return said.length === 0 ? '' : `: ${said.join(' · ')}`
}
