import { z } from 'zod'

/**
 * The page's security policy forbids eval. The schema library probes for it when the first schema is made, which
 * counts as a violation, so it is told before any module with a schema is loaded: main imports this file first.
 */
z.config({ jitless: true })
