export function findChromium(): string | null
/** Whether a Chromium is the one without windows. */
export function isWindowless(program: string | null): boolean
export function findPostgres(): string | null
