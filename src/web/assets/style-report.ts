/** Reports: lists of work, the form of figures as a spreadsheet, the queue of who decides. */
export const report = `
.works th[scope=row] { width: 30%; }
.works td { width: 20%; }
.works td.num { width: 5rem; }
.works .until { white-space: nowrap; width: 18rem; }
.works .act { text-align: right; white-space: nowrap; }
.works q, .history q { color: var(--soft); margin-left: 0.375rem; }
.late { color: var(--missed); font-weight: 600; }
.soon { color: var(--atRisk); font-weight: 600; }
.left { color: var(--soft); }
.notices { list-style: none; margin: 0.5rem 0; padding: 0; max-width: 60rem; }
.notices li { padding: 0.1875rem 0; border-bottom: 1px solid var(--hair); font-size: 0.875rem; }
.notices time { color: var(--soft); margin-right: 0.5rem; }
.notices a { color: inherit; text-decoration-color: var(--hair); }

.report { margin-top: 0.75rem; }
.report input, .report select { min-height: 1.75rem; padding: 0.125rem 0.375rem; border-color: var(--hair); }
.report .value { width: 11rem; }
.report .value input { width: 100%; text-align: right; font-weight: 600; }
.report .was { color: var(--soft); }
.report .note { width: 20%; }
.report .note input { width: 100%; }
.report.list th[scope=row] { width: 26%; }
.report .files a { display: block; overflow-wrap: anywhere; }
.report select { max-width: 9.5rem; }
.report input:hover { border-color: var(--soft); }
.report input:focus, .sheet input:focus { outline: 2px solid var(--accent); outline-offset: -1px; }
.report [aria-invalid], .sheet [aria-invalid] { border-color: var(--missed); background: var(--shade); }
.finding { display: block; color: var(--atRisk); font-size: var(--small); }
.finding:empty { display: none; }
.report .wrong { display: block; white-space: normal; }
.theirs { display: block; color: var(--atRisk); white-space: normal; font-weight: 600; }
.report.matrix { table-layout: fixed; }
.report.matrix td, .report.matrix tbody th, .report.matrix thead th { padding: 0 0.375rem; height: 1.875rem; vertical-align: middle; }
.report.matrix thead th { vertical-align: bottom; padding-bottom: 0.25rem; }
.report.matrix .cell { white-space: nowrap; text-align: right; }
.report.matrix .cell .was { display: inline-block; width: 45%; overflow: hidden; text-overflow: ellipsis; vertical-align: middle; padding-right: 0.375rem; }
.report.matrix .cell input { width: 55%; text-align: right; vertical-align: middle; }
.report.matrix .cell b { display: inline-block; width: 55%; }
.report.matrix thead th { position: sticky; top: 0; background: var(--paper); z-index: 2; }
.report.matrix .warned { box-shadow: inset 3px 0 var(--atRisk); }
.report.matrix tbody a { display: inline-block; line-height: 1.5rem; color: inherit; text-decoration-color: var(--hair); }
.report tfoot td, .report tfoot th { font-weight: 600; }
.report-parts { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-top: 0.75rem; font-size: var(--small); }
.report-parts a { padding: 0.25rem 0; }
.report-parts [aria-current] { color: inherit; font-weight: 700; text-decoration: none; }
.report-bar { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; align-items: center; padding: 0.625rem 0; }
form > .report-bar { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--rule); z-index: 3; }
.report-bar .kept { margin: 0; font-size: var(--small); color: var(--soft); max-width: 34rem; }
.report-bar .kept.bad { color: var(--missed); }
.report-bar .kept.unsent { color: var(--atRisk); }
.evidence { list-style: none; padding: 0; margin: 0.5rem 0; }
.evidence li { display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: baseline; padding: 0.25rem 0; border-bottom: 1px solid var(--hair); }
.history { margin-top: 2rem; font-size: 0.875rem; }
.history summary, .waiting summary { cursor: pointer; padding: 0.25rem 0; }
.fields.attach { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; max-width: none; }
.fields.attach small { display: block; }
.fields.attach > div { min-width: 0; max-width: 100%; }

/* The same form with script: a window on a table of any size */
.sheet { position: relative; overflow: auto; height: max(20rem, calc(100vh - 22.5rem)); margin-top: 0.75rem; border: 1px solid var(--rule); font-size: 0.875rem; contain: strict; scroll-padding: 3.5rem 1rem 2rem 12.5rem; }
.sheet > div { position: relative; }
.sheet .corner, .sheet .heads, .sheet .sides, .sheet .sums { position: sticky; z-index: 2; background: var(--paper); }
.sheet .corner { left: 0; width: 0; height: 0; }
.sheet .heads { top: 0; height: 0; z-index: 3; }
.sheet .sides { left: 0; width: 0; }
.sheet .sums { bottom: 0; height: 0; z-index: 3; }
.sheet .h, .sheet .s, .sheet .c, .sheet .t { position: absolute; overflow: hidden; white-space: nowrap; background: var(--paper); border: 0 solid var(--hair); border-width: 0 1px 1px 0; contain: strict; }
.sheet .h { padding: 0.125rem 0.375rem; white-space: normal; font-weight: 600; font-size: var(--small); line-height: 1.25; text-align: right; border-bottom-color: var(--rule); }
.sheet .h small { font-weight: 400; }
.sheet .s { padding: 0.25rem 0.375rem; text-overflow: ellipsis; border-right-color: var(--rule); }
.sheet .t { padding: 0.25rem 0.375rem; text-align: right; font-weight: 600; border-top: 1px solid var(--rule); }
.sheet .c small { position: absolute; left: 0.375rem; top: 0.3125rem; max-width: 44%; overflow: hidden; text-overflow: ellipsis; }
.sheet .c input { position: absolute; right: 0; top: 0; width: 54%; height: 100%; min-height: 0; border: 1px solid transparent; border-radius: 0; background: none; text-align: right; padding: 0 0.375rem; }
.sheet .c:hover input { border-color: var(--hair); }
.sheet .warned::before { content: '!'; position: absolute; left: 46%; top: 0.25rem; width: 0.5rem; font-weight: 700; color: var(--atRisk); }
.picked, .sheet .c.picked, .report .picked input { background: var(--mark); }
.fill { position: absolute; right: 0; bottom: 0; width: 7px; height: 7px; background: var(--accent); border: 1px solid var(--paper); cursor: crosshair; z-index: 1; touch-action: none; }
.sheet .fill { left: 0; top: 0; right: auto; bottom: auto; }
.cornered { position: relative; }
@media (pointer: coarse), (max-width: 60rem), print { .fill { display: none; } }
.panel { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 18rem); gap: 0.25rem 1rem; align-items: baseline; padding: 0.5rem 0; font-size: 0.875rem; min-height: 3.25rem; }

.report-bar .panel { flex: 1 1 100%; padding: 0; min-height: 0; }
.report-bar .panel.idle { display: none; }
.sheet .corner .h { text-align: left; }
.panel .finding { grid-column: 1 / -1; }
.panel input { width: 100%; }
.sides-by { margin: 1rem 0; padding: 0.5rem 0.875rem; border-left: 4px solid var(--atRisk); background: var(--shade); }
.sides-by label { font-size: 0.875rem; color: inherit; }

.queue { margin-bottom: 2rem; }
.waiting { border-bottom: 1px solid var(--hair); padding: 0.5rem 0 0.75rem; }
.waiting h3 { margin: 0; font-size: 1rem; display: flex; gap: 0.5rem; align-items: baseline; }
.waiting h3 input { flex: none; }
.waiting h3 label { font: inherit; color: inherit; }
.waiting input[type=checkbox], .sides-by input { min-height: 0; width: 1.25rem; height: 1.25rem; vertical-align: -0.25rem; }
.waiting .facts { max-width: none; margin: 0.125rem 0; color: var(--soft); font-size: var(--small); }
.waiting-own { margin: 0.25rem 0; font-size: 0.875rem; color: var(--atRisk); }
.deciding { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--rule); z-index: 3; }
.deciding .report-bar { padding-top: 0.25rem; }
.queue-orders { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: baseline; font-size: 0.875rem; margin: 0.25rem 0 0.5rem; }
.queue-orders [aria-current] { color: inherit; font-weight: 700; text-decoration: none; }
.queue-orders a { line-height: 1.75rem; }
.waiting { scroll-margin: 1rem 0 8rem; }
.waiting:focus-within { box-shadow: -6px 0 var(--paper), -9px 0 var(--accent); }
.waiting summary { font-size: 0.875rem; }
.waiting .facts .plain { font-size: inherit; min-height: 1.5rem; }
.of-chosen { margin: 0.5rem 0 0; font-size: 0.875rem; }
@media (max-width: 60rem) {
  .works .until, .works th[scope=row], .works td, .works td.num { width: auto; }
  .works .act { text-align: left; }
  .works .act a { display: inline-block; min-height: 1.75rem; }
  .report.list td, .report.list th[scope=row], .report .note, .report .value { width: auto; }
  .report.list .was { display: inline-block; margin-right: 1rem; font-size: 0.875rem; }
  .report .value input, .report .note input, .report select { font-size: 1rem; width: 100%; max-width: none; min-height: 2.75rem; margin: 0.125rem 0; }
  .report .value input { font-size: 1.25rem; }
  .report.list th[scope=row] { font-weight: 600; }
  .report.matrix, .report.matrix tbody, .report.matrix tfoot, .report.matrix tr, .report.matrix td, .report.matrix th { display: block; }
  .report.matrix thead { display: none; }
  .report.matrix tbody tr { padding: 0.5rem 0 0.75rem; border-bottom: 1px solid var(--rule); }
  .report.matrix tbody { content-visibility: auto; contain-intrinsic-size: auto 82rem; }
  .report.matrix.broad tbody { contain-intrinsic-size: auto 200rem; }
  .report.matrix.broad .cell { content-visibility: auto; contain-intrinsic-size: auto 3.125rem; }
  .report.matrix tfoot { content-visibility: auto; contain-intrinsic-size: auto 12rem; }
  .attach, .history { content-visibility: auto; contain-intrinsic-size: auto 14rem; }
  .report.matrix tbody th { font-weight: 700; font-size: 1rem; height: auto; border: 0; }
  .report.matrix tbody .cell { display: grid; grid-template-columns: minmax(0, 1fr) 5rem 9rem; gap: 0 0.5rem; align-items: center; height: auto; padding: 0.1875rem 0; white-space: normal; border: 0; }
  .report.matrix td[data-label]::before { content: attr(data-label); text-align: left; font-size: 0.875rem; }
  .report.matrix .cell .was, .report.matrix .cell input, .report.matrix .cell b { width: auto; }
  .report.matrix .cell input, .report.matrix .cell b { grid-column: 3; }
  .report.matrix .cell input { font-size: 1.125rem; min-height: 2.75rem; }
  .report.matrix .cell .wrong, .report.matrix .cell .theirs { grid-column: 1 / -1; text-align: right; }
  .panel { grid-template-columns: minmax(0, 1fr); }
  form > .report-bar { position: static; }
  .deciding .choice small { display: none; }
  .deciding .report-bar { padding: 0 0 0.375rem; }
  .keys { display: none; }
  .report-bar .choice input { width: 100%; }
}
@media print { .report-bar, .attach, .report-parts, .panel { display: none; } .sheet { display: none; } }
`
