import { to } from '../frame/address.ts'
import { Layout } from '../frame/layout.tsx'
import { targetsIn, type View } from '../frame/view.ts'
import type { Branch, DocumentPage } from './load.ts'
import type { Run } from './marks.ts'
import type { Piece } from './sections.ts'

/** The document's sections as a tree, and one piece of it with its targets and figures marked in their words. */
export function DocumentView({ view, found }: { readonly view: View; readonly found: DocumentPage }) {
  const { t, address } = view
  const { reading, piece } = found
  const path = `/documents/${found.id}`
  return (
    <Layout view={view} title={found.name} place="document">
      <header>
        <h1 lang="vi">{found.name}</h1>
        <p>
          {t('web.document.counts', {
            targets: String(reading.targets.length),
            figures: String(reading.figures.length),
            tasks: String(reading.tasks.length),
            checks: String(reading.claims.length),
          })}
        </p>
        <p>
          {found.plan === null ? (
            <a href={to(address, `/drafts/${found.draft}`)}>{t('web.document.draft')}</a>
          ) : (
            <a href={to(address, `/plans/${encodeURIComponent(found.plan)}`)}>{t('web.document.scoreboard')}</a>
          )}
        </p>
      </header>
      <div class="book">
        <nav class="tree" aria-label={t('web.document.sections')}>
          <Branches view={view} path={path} branches={found.tree} here={piece} />
        </nav>
        <article>
          <p class="notes">{t('web.document.legend')}</p>
          <div class="text" lang="vi">
            {found.runs.map(run => (
              <RunView view={view} found={found} run={run} />
            ))}
          </div>
          <nav class="acts" aria-label={t('web.document.continues')}>
            {found.previous && (
              <a href={to(address, path, { section: found.previous.id })} rel="prev">
                {t('web.document.previous')}
              </a>
            )}
            {found.next && (
              <a href={to(address, path, { section: found.next.id })} rel="next">
                {t('web.document.next')}
              </a>
            )}
          </nav>
        </article>
      </div>
    </Layout>
  )
}

interface BranchesProps {
  readonly view: View
  readonly path: string
  readonly branches: readonly Branch[]
  readonly here: Piece
}

const Branches = ({ view, path, branches, here }: BranchesProps) => (
  <ol>
    {branches.map(branch => {
      const { section, children, targets } = branch
      const own = (
        <a
          href={to(view.address, `${path}#s-${section.id}`, { section: branch.piece })}
          aria-current={here.section?.id === section.id ? 'true' : undefined}
          lang="vi"
        >
          {[section.number, section.title]
            .filter(part => part !== '')
            .join(' ')
            .slice(0, 120)}
          {targets > 0 && <small> {targetsIn(view, targets)}</small>}
        </a>
      )
      return (
        <li>
          {children.length === 0 ? (
            own
          ) : (
            <>
              {own}
              <details open={section.start <= here.start && here.start < section.end}>
                <summary>{view.t('web.document.continues')}</summary>
                <Branches view={view} path={path} branches={children} here={here} />
              </details>
            </>
          )}
        </li>
      )
    })}
  </ol>
)

function RunView({ view, found, run }: { readonly view: View; readonly found: DocumentPage; readonly run: Run }) {
  const slice = found.reading.text.slice(run.start, run.end)
  const plain = found.words(slice)
  const words = run.head ? <b>{plain}</b> : plain
  const { target, figure, anchors } = run
  const own = target && anchors.includes(target.id) ? target.id : undefined
  const places = anchors.filter(id => id !== own).map(id => <span id={id} />)
  if (!target && !figure)
    return (
      <>
        {places}
        {words}
      </>
    )
  return (
    <>
      {places}
      <mark class={[target && 'target', figure && 'figure'].filter(Boolean).join(' ')} id={own}>
        {target ? (
          // One stop of the keyboard a target, however many figures cut its words.
          <a href={to(view.address, targetPath(found, target.id))} tabindex={own === undefined ? -1 : undefined}>
            {words}
          </a>
        ) : (
          words
        )}
      </mark>
    </>
  )
}

const targetPath = ({ plan, draft }: DocumentPage, target: string): string =>
  plan === null ? `/drafts/${draft}#${target}` : `/plans/${encodeURIComponent(plan)}/targets/${target}`
