/** Pictures: what src/chart draws, by class. */
export const pictures = `
.pic, .chart { overflow: visible; }
.band { fill: var(--met); opacity: 0.22; }
.bound { stroke: var(--met); stroke-width: 1.5; }
.path { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 1 2; fill: none; }
.line { stroke: var(--ink); stroke-width: 1.4; fill: none; }
.fan { fill: var(--accent); opacity: 0.16; }
.ground { stroke: var(--hair); }
.stem { stroke: var(--ink); stroke-width: 1.4; opacity: 0.45; }
.dot { fill: var(--ink); }
.dot.open { fill: var(--paper); stroke: var(--ink); stroke-width: 1.2; }
.ahead { stroke: var(--accent); stroke-width: 1.3; stroke-dasharray: 4 3; fill: none; }
figure { margin: 0; }
figcaption { color: var(--soft); font-size: var(--small); margin-top: 0.25rem; max-width: 46rem; }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 45rem); grid-template-rows: auto 1fr; gap: 0 2.5rem; align-items: start; }
.two .aside { grid-column: 2; grid-row: 1 / 3; }
.conclusion { font-size: 1.125rem; font-weight: 600; line-height: 1.4; }
.grounds { color: var(--soft); font-size: 0.9375rem; }
.aside summary { cursor: pointer; padding: 0.25rem 0; }
.chart { display: block; width: 100%; height: auto; max-width: 45rem; margin: 0.5rem 0; font: 12px var(--text); }
.chart text { fill: var(--ink); stroke: none; }
.chart .tick { fill: var(--soft); }
.chart .rule { stroke: var(--hair); }
.chart .rule.zero { stroke: var(--rule); }
.chart .said { fill: var(--met); }
.chart .today { stroke: var(--soft); stroke-dasharray: 2 3; }
.chart .last { font-weight: 700; }
.chart .dot.ahead { fill: var(--paper); stroke-dasharray: none; }
.chart text.ahead { fill: var(--accent); stroke: none; }
.chart.narrow { display: none; }
`
