import { showMoment } from '../../measure/show.ts'
import { here } from '../frame/address.ts'
import { nameIn, type View } from '../frame/view.ts'
import { sends } from '../frame/sends.ts'
import type { ShownReport } from './load.ts'
import { evidencePath } from './path.ts'
import { figureName } from './words.ts'

/** The files that bear out figures, and the form that attaches one. */
export function EvidenceOf({
  view,
  shown,
  path,
  largest,
}: {
  readonly view: View
  readonly shown: ShownReport
  readonly path: string
  readonly largest: number
}) {
  const { t, language, address } = view
  const { form, editable, area } = shown
  if (form.evidence.length === 0 && !editable) return null
  const borneOut = new Set(form.evidence.map(file => `${file.indicator} ${file.area}`))
  const names = new Map(
    form.figures.flatMap(figure =>
      borneOut.has(figure.key) ? [[figure.key, figureName(figure, form, view)] as const] : [],
    ),
  )
  const areas = area === null ? form.areas : form.areas.filter(each => each.id === area)
  return (
    <>
      <h2 id="evidence">{t('web.report.evidence')}</h2>
      {form.evidence.length > 0 && (
        <ul class="evidence">
          {form.evidence.map(file => (
            <li>
              {names.get(`${file.indicator} ${file.area}`)}:{' '}
              <a href={evidencePath(file)} download={file.name}>
                {file.name}
              </a>{' '}
              <small>
                {t('web.report.size', { size: String(Math.ceil(file.size / 1024)) })}, {file.actor},{' '}
                {showMoment(file.moment, view.language)}
              </small>
              {editable && (
                <form method="post" action={here({ ...address, path: `${path}/evidence/${file.hash}` }, { did: null })}>
                  <input type="hidden" name="indicator" value={file.indicator} />
                  <input type="hidden" name="area" value={file.area} />
                  <button type="submit" class="plain">
                    {t('web.report.withdraw')}
                    <span class="hidden"> {file.name}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <form
          method="post"
          action={here({ ...address, path: `${path}/evidence` }, { did: null })}
          class="fields attach"
          {...sends(view, 'web.report.attaching')}
        >
          <div>
            <label for="for-indicator">{t('web.report.figure')}</label>
            <select id="for-indicator" name="indicator">
              {form.indicators.map(({ code, name }) => (
                <option value={code}>{nameIn(name, language)}</option>
              ))}
            </select>
          </div>
          {areas.length > 1 ? (
            <div>
              <label for="for-area">{t('web.report.area')}</label>
              <select id="for-area" name="area">
                {areas.map(({ id, name }) => (
                  <option value={id}>{name}</option>
                ))}
              </select>
            </div>
          ) : (
            <input type="hidden" name="area" value={areas[0]?.id} />
          )}
          <div>
            <label for="evidence-file">{t('web.report.file')}</label>
            <input id="evidence-file" type="file" name="file" required accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx" />
            <small>{t('web.report.attach-about', { size: String(largest) })}</small>
          </div>
          <p>
            <button type="submit">{t('web.report.attach-it')}</button>
          </p>
        </form>
      )}
    </>
  )
}
