/** The audit and the register of findings: what an inspector reads. */
export const audit = `
.audit-state { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; margin: 0.5rem 0; font-size: 0.875rem; }
.audit-state p { margin: 0; }
.audit-search { margin: 0.75rem 0 0; padding: 0.625rem 0 0.5rem; border-top: 1px solid var(--hair); border-bottom: 1px solid var(--hair); }
.audit-asked { display: grid; grid-template-columns: repeat(4, minmax(0, 1.2fr)) repeat(2, minmax(8.5rem, 0.8fr)) auto; gap: 0.375rem 0.75rem; align-items: end; }
.audit-asked > div { display: flex; flex-direction: column; }
.audit-asked label { line-height: 1.4; }
.audit-search details { margin-top: 0.375rem; font-size: var(--small); }
.audit-search details .audit-asked { font-size: 1rem; padding: 0.25rem 0; }
.audit-narrowed { display: flex; flex-wrap: wrap; gap: 0.125rem 1.5rem; max-width: none; font-size: var(--small); }
.audit-narrowed [aria-current] { color: inherit; font-weight: 700; text-decoration: none; }
.audit-found { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; justify-content: space-between; margin-top: 0.75rem; }
.audit-found p { margin: 0; }
.audit-day th { padding: 1rem 0 0.125rem; border-bottom: 1px solid var(--rule); font: 700 1rem/1.25 var(--title); }
.audit-no { width: 3.5rem; }
.audit td.audit-no a { color: var(--accent); text-decoration-color: currentColor; display: inline-block; min-height: 1.5rem; }
.audit-hour { width: 3.5rem; white-space: nowrap; }
.audit-who { width: 21rem; overflow-wrap: anywhere; }
.audit-what p { margin: 0; max-width: none; font-size: 1rem; }
.audit-what summary { color: var(--soft); font-size: var(--small); min-height: 1.5rem; padding: 0.125rem 0; }
.audit-lead { font-size: 1.25rem; max-width: none; }
.audit-beside { list-style: none; margin: 0.125rem 0 0.25rem; padding: 0; }
.audit-beside li { display: grid; grid-template-columns: 9rem minmax(0, 1fr) minmax(0, 1fr); gap: 0 1rem; overflow-wrap: anywhere; }
.audit-field, .audit-beside del, .audit-sides del { color: var(--soft); }
.audit-beside del, .audit-sides del { text-decoration-thickness: 1px; }
.audit-beside ins, .audit-sides ins { text-decoration: none; }
.audit-beside li > :last-child:nth-child(2) { grid-column: 3; }
.audit-sides { table-layout: fixed; max-width: 64rem; margin: 0.25rem 0 0.5rem; }
.audit-sides th:first-child { width: 13rem; }
.audit-sides td { overflow-wrap: anywhere; white-space: pre-line; }
.audit-sides thead th { border-top-width: 1px; font-weight: 400; color: var(--soft); }
.audit-digests code { overflow-wrap: anywhere; font-size: var(--small); }
.register-asked { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; align-items: end; margin: 0.5rem 0; }
.register-asked > div { display: flex; flex-direction: column; }
.register { margin-top: 0.5rem; }
.register th small { display: block; }
.register-no, .register-day { white-space: nowrap; }
.register-state { width: 11rem; }
.register-state small { display: block; }
.register-serious { font-weight: 600; }
.finding-words { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; }
.finding-words h2 { margin-top: 1rem; }
.finding-said { white-space: pre-line; overflow-wrap: anywhere; }
.finding-steps { list-style: none; margin: 0.5rem 0; padding: 0; max-width: 60rem; }
.finding-steps li { padding: 0.375rem 0; border-bottom: 1px solid var(--hair); }
.finding-steps p { margin: 0.125rem 0; }
@media (max-width: 75rem) { .audit-asked { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); } .audit-who { width: 14rem; } }
@media screen and (max-width: 60rem) {
  .finding-words { display: block; }
  .register-state { width: auto; }
  .register-state small { display: inline; }
  .register-asked > div { flex: 1 1 9rem; }
  .rows.audit tr:not(.audit-day) { display: flex; flex-wrap: wrap; gap: 0 0.625rem; align-items: baseline; }
  .rows.audit td { width: auto; }
  .rows.audit .audit-what { order: -1; flex: 1 0 100%; }
  .rows.audit .audit-no, .rows.audit .audit-hour, .rows.audit .audit-who { font-size: var(--small); color: var(--soft); }
  .rows.audit .audit-no::before { content: '№ '; }
  .audit-beside li { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .audit-beside .audit-field { grid-column: 1 / -1; font-size: var(--small); }
  .audit-beside li > :last-child:nth-child(2) { grid-column: 1 / -1; }
  .audit-asked { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .rows.audit-sides tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 0.75rem; }
  .rows.audit-sides th { grid-column: 1 / -1; width: auto; color: var(--soft); font-size: var(--small); }
  .rows.audit-sides td::before { display: block; }
}
@media print { .audit-search, .audit-narrowed, .audit-state form, .audit-found form { display: none; } }
`
