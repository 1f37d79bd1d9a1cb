import { type DateText, todayAt } from '../../shared/claims/dates.ts'
import { zoneOffset } from '../../shared/claims/validate.ts'
import { useSession } from './session.ts'

/** Today in the site's city by the desk's clock, as the desk itself reckons it. */
export function useToday(): DateText {
	const ahead = useSession((session) => session.ahead)
	const zone = useSession((session) => session.app?.site?.city.timeZone)
	const now = Date.now() + ahead
	return todayAt(now, zone ? zoneOffset(zone, now) : -new Date(now).getTimezoneOffset())
}
