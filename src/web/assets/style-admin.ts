/** Inspection and administration: changes side by side, jobs, people, findings. */
export const admin = `
.changes { list-style: none; margin: 0; padding: 0; }
.changes li { overflow-wrap: anywhere; }
.changes .field { color: var(--soft); }
.changes del { color: var(--soft); text-decoration-thickness: 1px; }
.changes ins { text-decoration: none; }
.audit td:nth-child(2), .audit td:first-child { white-space: nowrap; }
.audit td:last-child { width: 42%; }
.said { white-space: pre-line; overflow-wrap: anywhere; }
progress { width: min(30rem, 100%); height: 0.75rem; accent-color: var(--accent); }
`
