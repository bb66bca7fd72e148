import { LARGEST_MB } from '../../api/upload.ts'
import { to } from '../frame/address.ts'
import type { View } from '../frame/view.ts'

interface TableFormProps {
  readonly view: View
  readonly action: string
  readonly of: string
  /** Where the table that stands is downloaded. */
  readonly download: string | null
  readonly columns: readonly string[]
}

/** A whole table by a CSV or Excel file, in the place of what stands. */
export function TableForm({ view, action, of, download, columns }: TableFormProps) {
  const { t, address } = view
  return (
    <details>
      <summary>{t('web.rounds.by-table')}</summary>
      <p class="small">
        {t('web.rounds.about-table', { size: String(LARGEST_MB) })} <code>{columns.join(', ')}</code>.{' '}
        {download !== null && <a href={to(address, download)}>{t('web.rounds.download')}</a>}
      </p>
      <form method="post" action={to(address, action)} enctype="multipart/form-data">
        <input type="hidden" name="of" value={of} />
        <div class="fields">
          <div class="wide">
            <label for={`table-${of}`}>{t('web.rounds.file')}</label>
            <input type="file" id={`table-${of}`} name="file" accept=".csv,.xlsx" required />
          </div>
        </div>
        <button type="submit">{t('web.rounds.load')}</button>
      </form>
    </details>
  )
}
