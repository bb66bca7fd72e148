/** Inspection and administration: changes side by side, jobs, people, findings. */
export const admin = `
.said { white-space: pre-line; overflow-wrap: anywhere; }
.find input { width: 16rem; min-height: 1.75rem; padding: 0.125rem 0.5rem; border-color: var(--hair); font-size: var(--small); }
.find input:focus { border-color: var(--soft); }
.hits { list-style: none; margin: 0; padding: 0; max-width: 60rem; }
.hits li { padding: 0.25rem 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
.hits .small { color: var(--soft); }
fieldset { margin: 0.5rem 0; padding: 0.5rem 0.75rem; border: 1px solid var(--hair); max-width: 46rem; }
legend { color: var(--soft); font-size: var(--small); }
label.tick { display: inline-flex; align-items: center; gap: 0.375rem; margin-right: 1.25rem; min-height: 2rem; color: inherit; font-size: 1rem; }
label.tick input { min-height: 0; width: 1.125rem; height: 1.125rem; }
.term { font-size: var(--small); max-width: 46rem; }
.term summary { cursor: pointer; color: var(--accent); min-height: 1.5rem; }
dl.words dt { max-width: 20rem; }
:target { scroll-margin-top: 1rem; }
dt:target + dd, dt:target { background: var(--mark); }
kbd { border: 1px solid var(--hair); border-radius: 2px; padding: 0 0.375rem; font: inherit; }
progress { width: min(30rem, 100%); height: 0.75rem; accent-color: var(--accent); }
`
