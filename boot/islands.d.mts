export function buildIslands(root: string): void
