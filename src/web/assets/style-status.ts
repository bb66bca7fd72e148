/** Status: shape, word and colour together. */
export const status = `
.mark {
  vertical-align: -1px;
  margin-right: 0.375rem;
  flex: none;
}
.mark.exceeded { fill: var(--exceeded); }
.mark.met { fill: var(--met); }
.mark.onTrack { fill: var(--onTrack); }
.mark.atRisk { fill: var(--atRisk); }
.mark.missed { fill: var(--missed); }
.mark.notDue, .mark.noData, .mark.notComputable { fill: var(--unknown); }
.status { white-space: nowrap; font-family: var(--text); }
h2 .status { font-size: 1rem; font-weight: 400; }
.status.missed, .status.atRisk { font-weight: 600; }
.status.missed { color: var(--missed); }
.status.atRisk { color: var(--atRisk); }
.status.notDue, .status.noData, .status.notComputable { color: var(--unknown); }

.summary {
  display: flex;
  flex-wrap: wrap;
  gap: 0.125rem 1.375rem;
  margin: 0.625rem 0 0.75rem;
}
.summary a {
  color: inherit;
  text-decoration: none;
  padding: 0.125rem 0;
  border-bottom: 2px solid transparent;
}
.summary a:hover, .summary [aria-current] { border-bottom-color: currentColor; }
.summary .missed { color: var(--missed); }
.summary .atRisk { color: var(--atRisk); }
.summary .sort { margin-left: auto; display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: var(--small); }
.summary .sort a { color: var(--accent); text-decoration: underline; border: 0; padding: 0.25rem 0; }
.strain { display: block; padding: 0 0 0.1875rem 1.125rem; line-height: 1.25; }
`
