import { sql } from 'kysely'
import { foldedForm } from '../src/measure/names.ts'
import { readTerritory } from '../src/exchange/territory.ts'
import { ensureTenant } from '../src/store/log.ts'
import { migrate } from '../src/store/migrate.ts'
import { openStore } from '../src/store/open.ts'
import { saveTerritory } from '../src/store/territory.ts'
import { find } from '../src/web/search/index-of.ts'
import { inTurn, type Bench } from './bench.ts'

const AREAS = 3000
const [TENANT, ASKED] = ['LS', 'hòa minh 29']
const [FIRST, LAST] = [
  ['Tân', 'Bình', 'Hòa', 'Yên', 'Thịnh'],
  ['Lập', 'Sơn', 'Thủy', 'Minh'],
] as const

/** A question over three thousand areas, against LIKE over the same names without accents in the same store. */
export const search: Bench = {
  name: 'search',
  run: async () => {
    const store = openStore({ path: ':memory:' }, () => new Date())
    try {
      await migrate(store)
      await ensureTenant(store.db, TENANT, 'Lạng Sơn')
      const names = Array.from({ length: AREAS }, (_, i) => `${FIRST[i % 5] ?? ''} ${LAST[i % 4] ?? ''} ${i}`)
      const rows = names.map((name, i) => `N${i},xã,${name},${50_000 + i},,2020-01-01,,,`)
      const { value, messages } = readTerritory(
        `id,type,name,code,parent,from,to,lon,lat\n${rows.join('\n')}\n`,
        'date,kind,from,to,group,population,area_km2,basis\n',
      )
      if (!value) throw new Error(JSON.stringify(messages.slice(0, 3)))
      await saveTerritory(store, TENANT, value, { actor: 'bench' })
      await sql`create table names (name text, folded text)`.execute(store.db)
      for (let i = 0; i < AREAS; i += 300) {
        const some = names.slice(i, i + 300).map(name => sql`(${name}, ${` ${foldedForm(name)}`})`)
        await sql`insert into names values ${sql.join(some)}`.execute(store.db)
      }
      const looking = { closed: false, findingsOf: null, kind: null }
      const like = foldedForm(ASKED)
        .split(' ')
        .map(word => sql`folded like ${`% ${word}%`}`)
      const row = await inTurn(
        'search',
        41,
        () => find({ store, tenant: TENANT }, ASKED, looking),
        'LIKE over the same names in the same store',
        () => sql`select name from names where ${sql.join(like, sql` and `)} limit 12`.execute(store.db),
      )
      return { ...row, note: `${AREAS} areas; wanted: under 50 ms` }
    } finally {
      await store.close()
    }
  },
}
