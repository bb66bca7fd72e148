/** The desk: its places, lists of work, what is typed into. */
export const desk = `
.places { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: 0.375rem; font-size: var(--small); }
.places a { color: inherit; text-decoration: none; padding: 0.25rem 0; }
.places a:hover, .places [aria-current] { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.4em; }
[aria-busy=true] button { opacity: 0.5; }
.sending { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; }
.sending progress { flex: 1 1 12rem; max-width: 24rem; }
.busy:not(.sending)::before {
  content: ''; display: inline-block; width: 0.875em; height: 0.875em; margin-right: 0.5em; vertical-align: -0.1em;
  border: 2px solid var(--hair); border-top-color: var(--accent); border-radius: 50%; animation: turn 1s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .busy:not(.sending)::before { animation: none; } }
`
