/** Tables; on a wide screen. */
export const tables = `
table {
  border-collapse: collapse;
  width: 100%;
  font-size: 0.875rem;
  line-height: 1.35;
}
th, td {
  padding: 0.1875rem 0.5rem;
  text-align: left;
  vertical-align: baseline;
  border-bottom: 1px solid var(--hair);
  font-weight: 400;
}
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th {
  vertical-align: bottom;
  border-top: 2px solid var(--rule);
  border-bottom: 1px solid var(--rule);
  font-size: var(--small);
  font-weight: 600;
}
tfoot th, tfoot td { border-top: 1px solid var(--rule); border-bottom: 0; }
.num { text-align: right; white-space: nowrap; }
td.num a { color: inherit; text-decoration-color: transparent; }
td.num a:hover, td.num a:focus { text-decoration-color: currentColor; }
.none { color: var(--soft); }
form + .rows { margin-top: 2rem; }
main > header + .rows { margin-top: 1rem; }
caption { text-align: left; font-size: var(--small); color: var(--soft); padding-bottom: 0.25rem; }
.turns caption { padding-top: 1.5rem; color: var(--ink); font-weight: 600; }
.under { display: block; }

.score { font-size: 0.875rem; }
.score thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; }
tr.group th {
  padding: 0.5rem 0 0.125rem;
  border-bottom: 1px solid var(--rule);
  font: 700 1rem/1.25 var(--title);
}
tr.group th::first-letter { text-transform: uppercase; }
tr.group small { font-family: var(--text); margin-left: 0.5rem; }
.score tr:not(.first) > .name, .score tr:not(.first) > .name ~ td { border-bottom-color: var(--hair); }
.score td, .score .name { padding-top: 0; padding-bottom: 0; height: 1.5rem; vertical-align: middle; }
.score td.no { width: 1.5rem; vertical-align: top; }
.score thead th { white-space: nowrap; }
.score td.no a { display: block; min-width: 1.5rem; line-height: 1.5rem; color: var(--soft); text-decoration: none; }
.score td.no a:hover { text-decoration: underline; }
.score .name { width: 46%; padding-left: 0.5rem; }
.score .unit { color: var(--soft); font-size: var(--small); white-space: nowrap; }
.score .num small { display: inline-block; min-width: 4.125rem; padding-left: 0.5rem; text-align: left; }
.score td.num:not(:has(small))::after { content: ''; display: inline-block; min-width: 4.125rem; }
.score thead .num { padding-right: 0.5rem; }
.score .way { width: 7.5rem; line-height: 0; padding-left: 0.75rem; padding-right: 0.75rem; }
.score .way .none { font-size: var(--small); line-height: 1.3; }
.score .state { width: 9.5rem; }
.score .lead { color: var(--soft); }
.score summary { cursor: pointer; list-style: none; padding: 0.125rem 0; min-height: 1.5rem; }
.score summary::-webkit-details-marker { display: none; }
.score summary::after { content: ' +'; color: var(--soft); }
.score [open] > summary::after { content: ' –'; }
.score summary:hover { text-decoration: underline; text-decoration-thickness: 1px; }
.score .state { position: relative; }
.score .why > summary { min-height: 1.5rem; }
.score .why > summary::after { content: none; }
.score .why > summary > span { border-bottom: 1px dotted var(--soft); }
.why-said { position: absolute; right: 0; top: 100%; z-index: 2; width: 26rem; max-width: calc(100vw - 2rem); padding: 0.375rem 0.75rem; background: var(--paper); border: 1px solid var(--soft); line-height: 1.4; white-space: normal; }
.warned-why { display: block; padding: 0 0 0.1875rem; line-height: 1.25; }
details.notes dt, details.notes dd { color: var(--ink); }
.score .words { padding: 0 0 0.75rem; color: var(--ink); }
.notes { margin: 0.75rem 0 0; color: var(--soft); font-size: var(--small); max-width: 60rem; }
`
