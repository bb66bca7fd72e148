/** A narrow screen: a table is a list of rows there, and nothing scrolls sideways. */
export const phone = `
@media (max-width: 60rem) {
  .head, main { padding-left: 1rem; padding-right: 1rem; }
  .two { display: block; }
  .head nav { order: 3; flex-basis: 100%; gap: 0 1rem; }
  .head .brand { flex: 1; }
  .head .find { order: 4; flex-basis: 100%; }
  .head .find input { width: 100%; font-size: 1rem; }
  .book { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
}
/* On a phone a table is a list of rows; nothing scrolls sideways. */
@media screen and (max-width: 60rem) {
  .chart.wide { display: none; }
  .chart.narrow { display: block; max-width: 26rem; }
  .rows, .rows tbody, .rows tr, .rows td, .rows th,
  .score, .score tbody, .score tr, .score td, .score th { display: block; }
  .score thead, .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .score, .rows { font-size: 1rem; }
  .score tr:not(.group) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 8rem;
    gap: 0 0.5rem;
    padding: 0.4375rem 0 0.5rem;
    border-bottom: 1px solid var(--hair);
  }
  .score td, .score th, .score .name, .score td.no { border: 0; padding: 0; height: auto; width: auto; }
  .score td.no, .score td.from, .score td.unit { display: none; }
  .score .name { grid-column: 1 / -1; grid-row: 1; line-height: 1.35; }
  .score .num { text-align: left; white-space: normal; }
  .score .num a { display: inline-block; line-height: 1.625rem; min-width: 1.625rem; }
  .score td.num:not(:has(small))::after { content: none; }
  .score .num small { padding: 0 0 0 0.25rem; min-width: 0; }
  .score .num::before { content: attr(data-label) ' '; color: var(--soft); font-size: var(--small); }
  /* From where to where, in one line of text: the baseline and the unit are said by the bound. */
  .score td.bound { grid-column: 1; grid-row: 2; }
  .score td.bound::before { content: attr(data-from) '→ '; color: var(--ink); font-size: 1rem; }
  .score td.bound::after, .score td.bound:not(:has(small))::after { content: '\\a0' attr(data-unit); display: inline; color: var(--soft); font-size: var(--small); }
  .score td.latest { grid-column: 1; grid-row: 3; }
  .score .way { grid-column: 2; grid-row: 3; padding: 0.125rem 0 0; width: auto; }
  .score .state { width: auto; grid-column: 2; grid-row: 2; font-size: var(--small); line-height: 1.85; white-space: normal; }
  .rows caption, .rows tfoot { display: block; }
  .rows tr { padding: 0.5rem 0; border-bottom: 1px solid var(--hair); }
  .rows td, .rows th { border: 0; padding: 0; text-align: left; white-space: normal; overflow-wrap: anywhere; }
  .rows td[data-label]::before { content: attr(data-label) ': '; color: var(--soft); font-size: var(--small); }
  .rows td:empty { display: none; }
  .rows tr:has(> .turn-no) { display: grid; grid-template-columns: fit-content(55%) minmax(min-content, 1fr); gap: 0 0.75rem; align-items: baseline; }
  .turn-no { color: var(--soft); font-size: var(--small); }
  .turn-no, .turn-no + th, .turn-unit, .turn-why { grid-column: 1 / -1; }
  .rows td.turn-state .strain { display: inline; padding: 0; }
  .summary .sort { margin-left: 0; }
  dl.facts { grid-template-columns: minmax(7rem, 38%) minmax(0, 1fr); gap: 0.125rem 0.75rem; }
}
/* A control stands beside its label, never on the line below it. */
@media screen and (max-width: 40rem) {
  form.when, form.when fieldset { display: grid; grid-template-columns: max-content minmax(0, 18rem); }
  .when-pair { display: contents; }
  form.when:has(fieldset) { display: block; }
  form.when fieldset { margin: 0 0 0.5rem; min-width: 0; }
  form.when legend { grid-column: 1 / -1; }
  form.when > button, form.when > a { grid-column: 2; justify-self: start; }
}
`
