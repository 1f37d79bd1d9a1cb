/** Timed figures: milliseconds, nearest-rank percentiles. */
export type Figure = { p50: number; p99: number; rawP50: number; ratio: number }

export function percentile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number
}

export const round = (ms: number): number => Number(ms.toPrecision(3))

async function time(work: () => unknown): Promise<number> {
	const started = performance.now()
	await work()
	return performance.now() - started
}

/**
 * Times the desk and the raw library on the same kind of question, in turns and each first every other time, so that
 * whatever else the machine does hits both.
 * @param ours @param raw called with the round; each should ask something new every round
 * @param between what happens before each turn and is not timed
 */
export async function compare(
	rounds: number,
	ours: (round: number) => Promise<unknown>,
	raw: (round: number) => unknown,
	between: () => void = () => undefined,
): Promise<Figure> {
	const warmUp = Math.min(30, Math.ceil(rounds / 5))
	const our: number[] = []
	const their: number[] = []
	for (let n = 0; n < rounds + warmUp; n += 1) {
		between()
		const first = n % 2 === 0 ? await time(() => ours(n)) : await time(() => raw(n))
		const second = n % 2 === 0 ? await time(() => raw(n)) : await time(() => ours(n))
		if (n < warmUp) continue
		our.push(n % 2 === 0 ? first : second)
		their.push(n % 2 === 0 ? second : first)
	}
	const p50 = percentile(our, 0.5)
	const rawP50 = percentile(their, 0.5)
	return { p50: round(p50), p99: round(percentile(our, 0.99)), rawP50: round(rawP50), ratio: round(p50 / rawP50) }
}
