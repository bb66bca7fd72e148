/** The sheet: running head, titles, controls. */
export const page = `
* {
  box-sizing: border-box;
}
html {
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 var(--text);
  font-variant-numeric: tabular-nums lining-nums;
}
a {
  color: var(--accent);
  text-decoration-thickness: 1px;
  text-underline-offset: 0.18em;
}
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
main:focus {
  outline: none;
}
h1,
h2,
h3 {
  font-family: var(--title);
  line-height: 1.25;
  text-wrap: balance;
}
h1 {
  margin: 0;
  font-size: var(--head);
  font-weight: 700;
}
h2 {
  margin: 2.5rem 0 0.5rem;
  padding-top: 0.5rem;
  border-top: 2px solid var(--rule);
  font-size: 1.25rem;
}
h3 {
  margin: 1.5rem 0 0.25rem;
  font-size: 1rem;
}
.paper {
  display: none;
}
p {
  margin: 0.5rem 0;
  max-width: 46rem;
}
small,
.small {
  font-size: var(--small);
}
small {
  color: var(--soft);
  font-weight: 400;
}
blockquote {
  margin: 0.5rem 0;
  padding-left: 0.75rem;
  border-left: 2px solid var(--hair);
  max-width: 46rem;
}
.hidden,
.skip:not(:focus) {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip:focus {
  position: absolute;
  top: 0.25rem;
  left: 0.5rem;
  padding: 0.25rem 0.75rem;
  background: var(--paper);
}
.marks {
  position: absolute;
}
.head,
main {
  max-width: 90rem;
  margin: 0 auto;
  padding: 0 1.5rem;
}
.head {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.5rem;
  align-items: baseline;
  padding-top: 0.625rem;
  padding-bottom: 0.5rem;
}
.head a {
  color: inherit;
  text-decoration: none;
  padding: 0.25rem 0;
}
.head a:hover,
.head [aria-current] {
  text-decoration: underline;
  text-decoration-thickness: 2px;
  text-underline-offset: 0.4em;
}
.head nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.25rem;
  flex: 1;
}
.brand {
  font: 700 1.25rem/1.2 var(--title);
}
main {
  padding-bottom: 4rem;
}
main > header {
  padding-top: 0.75rem;
  border-top: 2px solid var(--rule);
}
main > header p {
  margin: 0.125rem 0 0;
  max-width: none;
  color: var(--soft);
  font-size: var(--small);
}

/* Controls */
form.when {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.75rem;
  align-items: center;
  margin: 0.5rem 0 0;
  font-size: var(--small);
}
form.when:has(fieldset) {
  align-items: end;
}
form.when fieldset {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.75rem;
  align-items: center;
  border: 0;
  padding: 0;
  margin: 0 1rem 0 0;
}
.when-pair {
  display: inline-flex;
  gap: 0.75rem;
  align-items: center;
  min-width: 0;
  max-width: 100%;
}
.when-pair label {
  flex: none;
}
.when-pair select {
  min-width: 0;
}
form.when legend {
  font-weight: 600;
  padding: 0;
}
label {
  color: var(--soft);
  font-size: var(--small);
}
input,
select,
textarea,
button {
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--soft);
  border-radius: 2px;
  padding: 0.25rem 0.5rem;
  min-height: 2rem;
  max-width: 100%;
}
input[type='file'] {
  width: 30rem;
}
button {
  cursor: pointer;
  padding: 0.25rem 0.875rem;
}
button.main {
  background: var(--accent);
  border-color: var(--accent);
  color: var(--paper);
}
button.plain {
  border: 0;
  background: none;
  padding: 0.25rem 0;
  color: var(--accent);
  text-decoration: underline;
}
.supposed {
  margin: 0 0 0.25rem;
  padding: 0.25rem 0.875rem;
  max-width: none;
  border-left: 4px solid var(--atRisk);
  background: var(--shade);
}
.fault {
  margin: 1rem 0;
  padding: 0.5rem 0.875rem;
  border-left: 4px solid var(--missed);
  background: var(--shade);
}
.told {
  margin: 1rem 0;
  padding: 0.5rem 0.875rem;
  border-left: 4px solid var(--accent);
  background: var(--shade);
}
h2 > small { font: 400 0.875rem var(--text); margin-left: 0.375rem; }
textarea { width: 100%; }
details > summary { cursor: pointer; }
main > header + details { margin-top: 0.75rem; }
fieldset { margin: 0.5rem 0; padding: 0.5rem 0.75rem; border: 1px solid var(--hair); max-width: 46rem; }
legend { color: var(--soft); font-size: var(--small); }
fieldset.ticks { border: 0; padding: 0; margin: 0; min-width: 0; }
fieldset.ticks legend { color: var(--soft); font-size: var(--small); padding: 0; }
label.ticked { display: inline-flex; align-items: center; gap: 0.375rem; margin-right: 1.25rem; min-height: 2rem; color: inherit; font-size: 1rem; }
label.ticked input { min-height: 0; width: 1.125rem; height: 1.125rem; }
:target { scroll-margin-top: 1rem; }
dt:target + dd, dt:target { background: var(--mark); }
kbd { border: 1px solid var(--hair); border-radius: 2px; padding: 0 0.375rem; font: inherit; }
progress { width: min(30rem, 100%); height: 0.75rem; accent-color: var(--accent); }
`
