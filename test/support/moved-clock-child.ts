import { readFileSync } from 'node:fs'

/**
 * Loaded into a desk's process before anything else: both clocks run ahead by the milliseconds that a file holds, as if
 * that much time had passed.
 */
const file = process.env.FIELDCLAIM_TEST_CLOCK
if (file === undefined) throw new Error('FIELDCLAIM_TEST_CLOCK does not name a file')
const ahead = (): number => Number(readFileSync(file, 'utf8')) || 0

const wall = Date.now
Date.now = () => wall() + ahead()
const monotonic = performance.now.bind(performance)
performance.now = () => monotonic() + ahead()
