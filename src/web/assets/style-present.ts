/** A page for a room: large type, nothing beside what is said. */
export const present = `
body.present { font-size: clamp(1rem, 1.75vw, 2.25rem); }
.present main { max-width: none; min-height: 100vh; padding: 0 4vw 5rem; }
.present main > header { border: 0; padding-top: 2vh; }
.present main > header p { font-size: 0.75em; }
.present h1 { font-size: 1.9em; }
.present .stand .status { font-size: 1.6em; font-weight: 700; }
.present .stand .mark { width: 0.8em; height: 0.8em; }
.present p { max-width: 34em; }
.slide { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr); gap: 1rem 4vw; align-items: start; }
.present .chart { max-width: none; }
.headline { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2vw; margin: 0 0 1rem; }
.headline dt { grid-row: 1; color: var(--soft); font-size: 0.75em; }
.headline dd { grid-row: 2; margin: 0; font-size: 1.7em; font-weight: 700; line-height: 1.2; }
.headline small { font-size: 0.5em; }
.present .lines { font-size: 0.85em; margin: 0.5rem 0 1rem; }
.present .lines .pic { width: 9em; height: auto; }
.present .strain { font-size: 0.85em; padding-left: 0; }
.counts { list-style: none; display: flex; flex-wrap: wrap; gap: 0 3vw; margin: 1.5vh 0; padding: 0; }
.counts b { font-size: 1.6em; }
.counts .mark { width: 0.9em; height: 0.9em; }
.deck { columns: 3 24rem; column-gap: 3vw; font-size: 0.6em; }
.deck li { break-inside: avoid; }
.deck h2 { break-after: avoid; font-size: 1.15em; margin: 0 0 0.25em; padding-top: 0.25em; }
.deck ol { list-style: none; margin: 0 0 1em; padding: 0; }
.deck a { color: inherit; text-decoration: none; display: block; padding: 0.2em 0; line-height: 1.3; }
.deck a:hover { text-decoration: underline; }
.turn {
  position: fixed; inset: auto 0 0; display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; justify-content: flex-end;
  padding: 0.5rem 4vw; background: var(--paper); border-top: 1px solid var(--hair); font-size: 0.875rem;
}
.turn span { color: var(--soft); margin-right: auto; }
.turn a { padding: 0.25rem 0; }
@media (max-width: 60rem) { .deck { font-size: 1rem; } .deck a { padding: 0.3em 0; } .present .lines .pic { width: 100%; } .slide { display: block; } .present .chart.wide { display: block; } .turn span { display: none; } }
`
