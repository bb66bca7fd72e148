/** Paper: the scoreboard is one A4 page in landscape. */
export const paper = `
@page { size: A4; margin: 14mm; }
@page board { size: A4 landscape; margin: 6mm 9mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --hair: #bbb; --rule: #000; --accent: #000; --mark: #eee;
    --exceeded: #00487c; --met: #00705a; --onTrack: #2a80bf; --atRisk: #b84e00; --missed: #9c0d2c; --unknown: #555;
  }
  .head, form, form.when, .term, .skip, .summary .sort, .below, .acts { display: none; }
  .head, main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  body.board { page: board; height: auto; font-size: 7.4pt; line-height: 1.25; }
  .board h1 { font-size: 13pt; }
  .board main > header { padding: 0; border: 0; display: grid; grid-template-columns: 1fr auto; gap: 0 2em; align-items: baseline; }
  .board main > header p { grid-row: 2; }
  .board h1 { grid-column: 1 / -1; }
  .paper { display: block; }
  .board main > header p, .board small, .board .notes, .board .score .unit, .board thead th { font-size: 6.6pt; }
  .board .summary { margin: 1mm 0 1.5mm; gap: 0 5mm; }
  .board .score { font-size: 7.4pt; line-height: 1.2; }
  .board .score td, .board .score .name { height: 4mm; }
  
  .board .score .group th { padding: 1.2mm 0 0.4mm; font-size: 8pt; }
  .board .score summary { padding: 0; min-height: 0; }
  .board .score td.no a { line-height: 4mm; min-width: 0; }
  .board .score summary::after { content: none; }
  .board .score .num small { min-width: 10mm; padding-left: 1.5mm; }
  .board .score td.num:not(:has(small))::after { min-width: 10mm; }
  .board .score thead th { position: static; padding: 0.6mm 2mm 0.6mm; }
  .board .pic { height: 3.9mm; width: auto; }
  .board .mark { width: 2.3mm; height: 2.3mm; margin-right: 1mm; }
  .board .score .state { width: 26mm; }
  .board .score .words, .why-said, details.notes { display: none; }
  .board .score .why > summary > span { border: 0; }
  .board .strain { padding: 0 0 0 1em; line-height: 1.1; }
  .board .warned-why { padding: 0; line-height: 1.15; }
  .board.dense .score { font-size: 6.6pt; }
  .board.dense small, .board.dense .score .unit, .board.dense .notes, .board.dense thead th { font-size: 6pt; }
  .board.dense .score td, .board.dense .score .name { height: 3.4mm; }
  .board.denser .score { font-size: 5.9pt; line-height: 1.15; }
  .board.denser small, .board.denser .score .unit, .board.denser .notes, .board.denser thead th { font-size: 5.5pt; }
  .board.denser .score td, .board.denser .score .name { height: 3mm; }
  .board.dense .pic, .board.denser .pic { height: 3mm; }
  .board.dense .score .group th, .board.denser .score .group th { padding: 0.6mm 0 0.2mm; font-size: 7pt; }
  .board.dense .score .state, .board.denser .score .state { width: 34mm; }
  .board.dense .score .why, .board.denser .score .why { display: inline; }
  .board.dense .strain, .board.denser .strain { display: inline; padding: 0; }
  .board.dense .score td.no a, .board.denser .score td.no a { line-height: inherit; }
  .board .notes { margin-top: 1mm; max-width: none; }
  .aside details:not([open]) { display: none; }
  thead { display: table-header-group; }
  tr, article, svg { break-inside: avoid; }
}
`
