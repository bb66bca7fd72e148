/** Documents, facts, forms, drafts. */
export const reading = `
.book { margin-top: 1.25rem; display: grid; grid-template-columns: 18rem minmax(0, 1fr); gap: 2.5rem; }
.tree { font-size: var(--small); }
.tree ol { list-style: none; margin: 0; padding-left: 0.875rem; }
.tree > ol { padding-left: 0; }
.tree a { display: block; color: inherit; text-decoration: none; padding: 0.1875rem 0; }
.tree a:hover, .tree [aria-current] { text-decoration: underline; }
.tree [aria-current] { font-weight: 700; }
.tree summary { cursor: pointer; padding: 0.1875rem 0; }
.text { max-width: 46rem; line-height: 1.65; white-space: pre-line; overflow-wrap: anywhere; }
mark { background: none; color: inherit; }
mark.figure { text-decoration: underline; text-decoration-color: var(--soft); text-underline-offset: 0.2em; }
mark.target { background: var(--mark); padding: 0.1em 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark a { color: inherit; text-decoration: underline; text-decoration-color: var(--soft); text-decoration-style: dotted; }
mark.figure { font-weight: 600; }
mark:target, tr:target, :target > h2, article:target h2 { outline: 2px solid var(--accent); outline-offset: 2px; }

/* Lists of facts and forms */
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 0.75rem 0; }
dl.facts dt { color: var(--soft); font-size: var(--small); padding-top: 0.125rem; }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 0.5rem 0.75rem; margin: 0.5rem 0; }
.fields > div { display: flex; flex-direction: column; }
.fields .wide { grid-column: 1 / -1; }
.fields button { margin-top: auto; align-self: start; }
.acts { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin: 0.5rem 0; }
ol.findings, ul.findings { padding: 0; margin: 0.5rem 0; list-style: none; }
.findings li { padding: 0.375rem 0; border-bottom: 1px solid var(--hair); max-width: 60rem; }
ul.bare { list-style: none; margin: 0; padding: 0; }
.wrong { color: var(--missed); }
.gone { color: var(--soft); text-decoration: line-through; }
`
