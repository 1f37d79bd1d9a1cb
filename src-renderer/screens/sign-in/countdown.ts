import { useEffect, useState } from 'react'

/** Whole seconds until a moment, counted down; 0 when it is past. @param until epoch ms of this page's clock */
export function useCountdown(until: number): number {
	const [now, setNow] = useState(Date.now)
	const left = Math.max(0, Math.ceil((until - now) / 1_000))
	useEffect(() => {
		setNow(Date.now())
		if (until <= Date.now()) return
		const timer = setInterval(() => {
			const later = Date.now()
			setNow(later)
			if (later >= until) clearInterval(timer)
		}, 250)
		return () => clearInterval(timer)
	}, [until])
	return left
}

/** 95 → 1:35, 3700 → 1:01:40 */
export function clockOf(seconds: number): string {
	const two = (value: number) => String(value).padStart(2, '0')
	const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
