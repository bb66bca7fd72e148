/** Suppositions: fields with sliders, and what would come of them. */
export const whatIf = `
.simulated { border-left-color: var(--atRisk); }
.what-if .set { width: 17rem; }
.lever { display: grid; grid-template-columns: 7rem minmax(0, 1fr) auto; gap: 0 0.5rem; align-items: center; }
.lever input { min-height: 1.75rem; padding: 0.125rem 0.375rem; width: 100%; text-align: right; }
.lever input[type='range'] { padding: 0; border: 0; accent-color: var(--accent); }
.lever small { grid-column: 1 / -1; }
.lever button.plain { min-height: 1.5rem; font-size: var(--small); }
.live { background: var(--shade); }
.counted { display: block; line-height: 1.25; }
@media (max-width: 60rem) { .what-if td[data-value]:empty, .what-if td[data-state]:empty { display: none; } .what-if .set { width: auto; } .lever { grid-template-columns: 8rem minmax(0, 1fr) auto; } }
`
