/**
 * Maps: one hue for more and less, blue and orange for either side of a bound, hatching where nothing is known. On dark
 * paper what is more is brighter.
 */
export const mapTokens = `
:root {
  --s1: #dbe9f4; --s2: #a6cae3; --s3: #68a3cc; --s4: #2e75ab; --s5: #0a4472;
  --g1: #c3dbee; --g2: #66a2cd; --g3: #175a92;
  --b1: #fbd8ae; --b2: #e8974a; --b3: #a84c06;
}
@media (prefers-color-scheme: dark) {
  :root {
    --s1: #1f394f; --s2: #2c5b81; --s3: #4686b6; --s4: #80b6df; --s5: #cfe7fb;
    --g1: #23435d; --g2: #3f7fb0; --g3: #98cdf4;
    --b1: #573818; --b2: #ab652b; --b3: #f5ab60;
  }
}
`

export const maps = `${mapTokens}
.s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); } .s5 { fill: var(--s5); }
.g1 { fill: var(--g1); } .g2 { fill: var(--g2); } .g3 { fill: var(--g3); }
.b1 { fill: var(--b1); } .b2 { fill: var(--b2); } .b3 { fill: var(--b3); }
.own { fill: var(--accent); } .near { fill: var(--s2); } .far { fill: var(--shade); }
.hatched { stroke: var(--soft); stroke-width: 1.2; fill: none; }
.map-ground { position: relative; }
.map { display: block; width: 100%; height: auto; max-height: 46rem; font-family: var(--text); }
.map path { stroke: var(--soft); stroke-width: 0.75; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.map .chosen { stroke: var(--ink); stroke-width: 2; }
.map pattern path { vector-effect: none; }
.map a:hover path, .map a:focus path { stroke: var(--ink); stroke-width: 2.5; }
.map a:focus { outline: none; }
.map a:focus-visible path { stroke: var(--accent); stroke-width: 4; }
.map text { fill: var(--ink); stroke: none; pointer-events: none; }
.map text.block { font-size: 22px; font-weight: 600; }
.map text.s4, .map text.s5, .map text.g3, .map text.b3, .map text.own { fill: var(--paper); }
.map text.none, .map text.part { paint-order: stroke; stroke: var(--paper); stroke-width: 5px; }
@media (prefers-color-scheme: dark) { .map text.s3, .map text.b2, .map text.g2 { fill: var(--ink); } }
.map-and-table { display: grid; grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); gap: 0 2.5rem; align-items: start; margin-top: 0.75rem; }
.map-and-table h2:first-child, .map-and-table section:first-child > h2 { margin-top: 0.5rem; }
.map-and-table > :first-child { position: sticky; top: 0.5rem; }
.legend { font-size: var(--small); margin-top: 0.5rem; }
.legend ul { list-style: none; margin: 0.25rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; }
.swatch { vertical-align: -2px; margin-right: 0.25rem; }
.swatch rect { stroke: var(--soft); stroke-width: 1; }
.ranks td.bars { width: 8rem; line-height: 0; }
.rod { display: block; }
.rod .nought { stroke: var(--ink); stroke-width: 1; }
.ranks .sum > * { font-weight: 700; border-top: 1px solid var(--rule); }
.ranks tfoot th { padding-left: 0.5rem; }
.ranks tfoot tr:not(.sum) > * { border-top: 0; font-weight: 400; }
.ranks sup { display: inline-block; width: 0.5em; text-align: left; line-height: 0; }
.ranks th a, .names a { color: inherit; text-decoration-color: var(--hair); }
.ranks .num:first-child { width: 2rem; color: var(--soft); }
ul.names { list-style: none; margin: 0.25rem 0; padding: 0; columns: 13rem; column-gap: 1.5rem; font-size: 0.875rem; }
.names li { padding: 0.1875rem 0; break-inside: avoid; }
.folded > summary { cursor: pointer; padding: 0.5rem 0; font: 700 1rem/1.25 var(--title); }
.branch h2 { font-size: 1rem; margin-top: 1.25rem; border-top-width: 1px; }
.branch h2 a { color: inherit; }
@media screen and (max-width: 60rem) {
  .map-and-table { display: block; }
  .map-and-table > :first-child { position: static; }
  .map text, .wide-only { display: none; }
  .rows.ranks td:empty, .rows.ranks td:last-child:not(.bars):not(:has(small:not(:empty))) { display: none; }
  .map text.block { display: block; font-size: 40px; }
  ul.names { font-size: 1rem; }
  .names li { padding: 0.25rem 0; }
  .rows.ranks td.num:first-child:empty { display: block; }
  .rows.ranks tr { display: grid; grid-template-columns: 2.25rem minmax(0, 1fr) auto; gap: 0 0.5rem; }
  .rows.ranks td.bars, .rows.ranks td:last-child { grid-column: 2 / -1; }
  .rows.ranks td[data-label]::before { content: none; }
  .rows.ranks.gaps tr { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
  .rows.gaps th { flex: 1 1 50%; }
  .rows.gaps td.beside { order: 1; font-size: var(--small); white-space: nowrap; }
  .rows.gaps td.beside::before { content: attr(data-label) ': '; color: var(--soft); }
  .rows.gaps td.beside:nth-of-type(2) { margin-left: 2.75rem; }
  .rows.gaps td.bars { order: 2; flex-basis: 100%; margin-left: 2.75rem; }
  .rows.gaps tfoot tr { border: 0; }
  .rows.gaps tfoot td.num:empty { display: block; }
  .rows.gaps tfoot th, .rows.gaps .sum > * { border: 0; padding-left: 0; }
}
@media print {
  .map { max-height: 85mm; }
  .mapped .map { max-height: 150mm; }
  .map-and-table { display: block; }
  .map-and-table > :first-child { position: static; }
  .folded:not([open]) { display: none; }
}
`
