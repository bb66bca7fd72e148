/** Inspection and administration: changes side by side, jobs, people, findings. */
export const admin = `
.find input { width: 16rem; min-height: 1.75rem; padding: 0.125rem 0.5rem; border-color: var(--hair); font-size: var(--small); }
.find input:focus { border-color: var(--soft); }
.hits { list-style: none; margin: 0; padding: 0; max-width: 60rem; }
.hits li { padding: 0.25rem 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
.hits .small { color: var(--soft); }
.term { font-size: var(--small); max-width: 46rem; }
.term summary { cursor: pointer; color: var(--accent); min-height: 1.5rem; }
dl.glossary dt { max-width: 20rem; }
`
