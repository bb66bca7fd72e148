/** What a planner works at: a draft in three columns, lists with forms, the territory. */
export const planner = `
.three { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr); gap: 0 2rem; }
.three-heads { margin-top: 0.75rem; color: var(--soft); font-size: var(--small); }
.draft-said { line-height: 1.55; }
.draft-said p:first-child, .typed p:first-child { margin-top: 0; }
.between, .between p { color: var(--soft); font-size: var(--small); line-height: 1.5; }
.between p { white-space: pre-line; max-height: 30rem; overflow-y: auto; }
.typed > p { padding-left: 1.5rem; text-indent: -1.5rem; }
.typed > p:not(:has(input)) { padding-left: 0; text-indent: 0; }
.typed .acts { gap: 0 1rem; }
.typed .acts button.plain, .typed .acts label { min-height: 1.5rem; font-size: var(--small); margin-right: 0; }
.typed input[type=checkbox] { min-height: 1.125rem; width: 1.125rem; height: 1.125rem; vertical-align: -0.2em; margin: 0 0.25rem 0 0; }
.correct details { border-bottom: 1px solid var(--hair); padding: 0.125rem 0; }
.correct summary { color: var(--accent); padding: 0.125rem 0; }
.correct summary span { color: var(--soft); }
.correct .fields { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
.draft-parts { border-top: 1px dashed var(--hair); margin-top: 0.5rem; padding-bottom: 0.5rem; }
article.draft { border-top: 1px solid var(--hair); padding: 0.5rem 0 0.75rem; }
.draft p, .draft .acts { margin: 0.25rem 0; }
article.draft:target, article.draft:focus { outline: none; box-shadow: -0.75rem 0 var(--paper), -1rem 0 var(--accent); }
.group-head { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; margin-top: 1.5rem; }
.group-head h3 { margin: 0; }
.group-head summary { cursor: pointer; color: var(--accent); }
.draft-chosen { position: sticky; bottom: 0; background: var(--paper); border-top: 2px solid var(--rule); margin-top: 2rem; padding: 0.25rem 0 0.5rem; }
.draft-chosen .move { display: inline-flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: end; margin-left: auto; }
.draft-chosen .move > div { display: flex; flex-direction: column; }
.offer { position: absolute; z-index: 2; background: var(--accent); color: var(--paper); border-color: var(--accent); }
.areas { list-style: none; margin: 0.25rem 0; padding: 0; }
.areas .areas { padding-left: 1rem; border-left: 1px solid var(--hair); }
.areas.leaves { columns: 16rem; column-gap: 2rem; }
.areas li { padding: 0.125rem 0; break-inside: avoid; }
.areas summary { cursor: pointer; padding: 0.125rem 0; }
.timeline td b, .timeline .num { font-variant-numeric: tabular-nums; }
.formula code { display: block; white-space: pre-wrap; overflow-wrap: anywhere; }
.formula mark { background: var(--mark); border-bottom: 2px solid var(--missed); }
.share .all { fill: none; stroke: var(--soft); }
.share .on-time { fill: var(--met); }
.share-late { fill: var(--atRisk); }
.links a { display: inline-block; min-height: 1.5rem; }
.overdue { color: var(--atRisk); font-weight: 600; }
.shares { max-width: 52rem; margin-top: 0.75rem; }
.shares-block { max-width: none; width: 100%; table-layout: fixed; }
.shares-block thead th { position: sticky; top: 0; background: var(--paper); z-index: 2; }
.shares-block thead th:first-child { width: 15%; }
.shares-block thead th:nth-child(2) { width: 8%; white-space: normal; }
.shares input { text-align: right; width: 10rem; min-height: 1.75rem; border-color: var(--hair); }
.shares-block input { width: 100%; }
.shares [data-line] span { white-space: nowrap; }
.shares tbody td, .shares tbody th { vertical-align: middle; }
.shares tfoot td { vertical-align: top; }
.shares .changed input { border-color: var(--accent); }
.shares [data-line] { font-size: var(--small); }
.shares .overdue { font-weight: 400; }
.shares .whole > * { border-bottom-color: var(--rule); font-weight: 600; }
ul.share-gaps { list-style: none; padding: 0; margin: 0.75rem 0; }
.share-acts { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--hair); display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; padding: 0.625rem 0; }
.share-out { align-items: end; }
.share-out > div { display: flex; flex-direction: column; min-width: 0; max-width: 100%; }
.share-out select { max-width: 100%; }
@media (max-width: 60rem) {
  .share-acts { position: static; }
  .three { grid-template-columns: minmax(0, 1fr); gap: 0.25rem; }
  .three-heads { display: none; }
  .draft-said { border-left: 2px solid var(--hair); padding-left: 0.75rem; }
  .draft-chosen { position: static; }
  .draft-chosen .move { margin-left: 0; }
}
@media print { .desk-link, .draft-chosen, .correct, .typed .acts { display: none; } }
`
