export function buildIslands(root: string): void
export function buildThreads(root: string): void
