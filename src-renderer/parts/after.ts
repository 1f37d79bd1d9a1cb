import { useEffect, useState } from 'react'

/** True once `holds` has been true for a while without a break: what is over sooner needs no sign that it lasts. */
export function useAfter(holds: boolean, ms = 200): boolean {
	const [late, setLate] = useState(false)
	useEffect(() => {
		if (!holds) return setLate(false)
		const timer = setTimeout(() => setLate(true), ms)
		return () => clearTimeout(timer)
	}, [holds, ms])
	return holds && late
}

/** The value once it has not changed for a while. */
export function useSettled<T>(value: T, ms: number): T {
	const [settled, setSettled] = useState(value)
	useEffect(() => {
		const timer = setTimeout(() => setSettled(value), ms)
		return () => clearTimeout(timer)
	}, [value, ms])
	return settled
}
