import { createHash } from 'node:crypto'
import { admin } from './style-admin.ts'
import { audit } from './style-audit.ts'
import { desk } from './style-desk.ts'
import { packed } from './packed.ts'
import { maps } from './style-maps.ts'
import { pictures } from './style-pictures.ts'
import { page } from './style-page.ts'
import { paper } from './style-paper.ts'
import { phone } from './style-phone.ts'
import { planner } from './style-planner.ts'
import { present } from './style-present.ts'
import { report } from './style-report.ts'
import { reading } from './style-reading.ts'
import { status } from './style-status.ts'
import { tables } from './style-tables.ts'
import { whatIf } from './style-what-if.ts'
import { tokens } from './style-tokens.ts'

/** Later parts speak over earlier ones: the narrow screen and paper come last, but for what is laid out anew there. */
export const PARTS = {
  tokens,
  page,
  status,
  tables,
  pictures,
  reading,
  maps,
  whatIf,
  desk,
  planner,
  admin,
  report,
  phone,
  audit,
  present,
  paper,
} as const

const css = Object.values(PARTS)
  .join('')
  .replace(/\/\*[^]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};,>]) ?/g, '$1')
  .replace(/(?<!'): (?!')/g, ':')
  .trim()

const hash = createHash('sha256').update(css).digest('hex').slice(0, 12)

/** The one stylesheet, named by its content so that it can be kept for ever; packed once, as small as it gets. */
export const STYLE = { path: `/style.${hash}.css`, ...packed(css) } as const
