/** Colours and sizes; dark and high contrast set the same names anew. */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #fffefb;
  --ink: #1a1b1e;
  --soft: #585c63;
  --hair: #d8d6cf;
  --rule: #1a1b1e;
  --shade: #f4f2ec;
  --accent: #0a5a8a;
  --mark: #fbeebc;
  --exceeded: #00487c;
  --met: #00785a;
  --onTrack: #2a90cf;
  --atRisk: #b34d00;
  --missed: #9c0d2c;
  --unknown: #6a6e75;
  --small: 0.8125rem;
  --head: 1.75rem;
  --text: -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, system-ui, sans-serif;
  --title: Cambria, 'Noto Serif', 'Times New Roman', 'Liberation Serif', serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b;
    --ink: #e9e7e1;
    --soft: #a9adb3;
    --hair: #34373c;
    --rule: #8d9096;
    --shade: #1f2226;
    --accent: #7cc0ea;
    --mark: #574a14;
    --exceeded: #6f93f2;
    --met: #37b98d;
    --onTrack: #8ad8ff;
    --atRisk: #f2954a;
    --missed: #ff7389;
    --unknown: #a0a4aa;
  }
}
@media (prefers-contrast: more) {
  :root {
    --soft: var(--ink);
    --hair: var(--ink);
    --unknown: var(--ink);
  }
}
@media (forced-colors: active) {
  :root {
    --exceeded: CanvasText;
    --met: CanvasText;
    --onTrack: CanvasText;
    --atRisk: CanvasText;
    --missed: CanvasText;
    --unknown: CanvasText;
    --ink: CanvasText;
    --soft: CanvasText;
    --hair: CanvasText;
    --paper: Canvas;
    --accent: LinkText;
  }
}
`
