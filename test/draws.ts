import fc from 'fast-check'

/**
 * Every run of the tests draws the same random cases, so that one that fails today failed when it was written; another
 * `COTMOC_SEED` draws others, as wide as one likes.
 */
fc.configureGlobal({ seed: Number(process.env['COTMOC_SEED'] ?? 20_261_125) })
