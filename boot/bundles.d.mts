export function buildIslands(root: string): void
export function buildThreads(root: string): void
export function buildProgram(root: string): void
export function programIn(root: string): string
/** Ends the process that bundles. */
export function stopBundling(): void
