import { type DateText, todayAt } from '../../../shared/claims/dates.ts'
import { zoneOffset } from '../../../shared/claims/validate.ts'
import { useSession } from '../../state/session.ts'

/** Epoch ms by the desk's clock. */
export function deskNow(): number {
	return Date.now() + useSession.getState().ahead
}

/** Today by the desk's clock at a place. @param timeZone IANA name */
export function todayOfSite(timeZone: string): DateText {
	const now = deskNow()
	return todayAt(now, zoneOffset(timeZone, now))
}
