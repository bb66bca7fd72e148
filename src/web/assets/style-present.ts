/** A page for a room: large type, one thought, nothing beside what is said. */
export const present = `
body.present { font-size: clamp(1rem, min(1.75vw, 3.1vh), 2.75rem); }
.present main { max-width: none; min-height: 100vh; padding: 0 4vw 4.5rem; display: flex; flex-direction: column; }
.present main > header { border: 0; padding-top: 2.5vh; }
.present main > header p { font-size: 0.7em; }
.present h1 { font-size: 1.65em; }
.present small { font-size: max(0.75rem, 0.6em); }
.present .mark { width: 0.7em; height: 0.7em; }
.present .stand { font-size: 1em; }
.present main > header .stand .status { font-size: 1.6em; font-weight: 700; }
.present p { max-width: 34em; }
.slide { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.45fr); gap: 1rem 4vw; align-items: start; margin-top: 2vh; flex: 1; }
.present .chart { max-width: none; max-height: 58vh; font-size: 13.5px; }
.present figcaption { max-width: none; margin: 0; font-size: 0.8em; font-weight: 700; color: inherit; }
.headline { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2vw; margin: 0 0 2vh; }
.headline dt { grid-row: 1; color: var(--soft); font-size: 0.75em; }
.headline dd { grid-row: 2; margin: 0; font-size: 1.9em; font-weight: 700; line-height: 1.2; }
.headline small { font-size: 0.45em; display: block; }
.lines + .slide .chart { max-height: 34vh; }
.reason { margin: 0 0 0.5em; line-height: 1.35; }
.reasons { font-size: 0.65em; color: var(--soft); }
.present .lines { font-size: 0.85em; margin: 1vh 0 0; }
.present .lines td, .present .lines th { padding-top: 0.25em; padding-bottom: 0.25em; vertical-align: middle; }
.present .lines thead th { border-top: 0; color: var(--soft); font-size: 0.6em; font-weight: 400; }
.present .lines .pic { width: 9em; height: auto; }
.present .warned-why { font-size: 0.8em; color: var(--ink); }
.counts { list-style: none; display: flex; flex-wrap: wrap; gap: 0 3vw; margin: 1.5vh 0 2.5vh; padding: 0; }
.counts b { font-size: 1.9em; }
.counts .mark { width: 1em; height: 1em; }
.deck { columns: 3 18em; column-gap: 3vw; font-size: 0.72em; flex: 1; }
.deck li { break-inside: avoid; }
.deck h2 { break-after: avoid; font-size: 1.1em; margin: 0 0 0.25em; padding-top: 0.25em; }
.deck ol { list-style: none; margin: 0 0 1.25em; padding: 0; }
.deck a { color: inherit; text-decoration: none; display: block; padding: 0.28em 0 0.28em 1.4em; text-indent: -1.4em; line-height: 1.3; }
.deck .mark { margin-right: 0.7em; }
.deck a:hover { text-decoration: underline; }
.turn {
  position: fixed; inset: auto 0 0; display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; justify-content: space-between; align-items: baseline;
  padding: 0.5rem 4vw; background: var(--paper); border-top: 1px solid var(--hair); font-size: max(0.875rem, 0.5em);
}
.present .turn p { color: var(--soft); margin: 0; max-width: none; flex: 1 1 20rem; }
.turn nav { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-left: auto; }
.turn a { padding: 0.25rem 0; }
@media (max-width: 60rem) {
  .present main { padding-bottom: 1rem; display: block; min-height: 0; }
  .turn { position: static; padding: 0.5rem 0; }
  .lines + .slide .chart { max-height: none; }
  .present .chart.narrow { max-height: none; }
  .deck { font-size: 1rem; }
  .slide { display: block; }
  .present .chart.wide { display: none; }
  .present .turn p { max-width: none; }
}
@media print { .present .turn { position: static; } .turn nav { display: none; } }
`
