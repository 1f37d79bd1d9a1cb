import { useTranslation } from 'react-i18next'
import type { Status } from '../../shared/claims/fields.ts'
import './status-chip.css'

/** n: new, somebody must act. w: in work. g: decided well. b: ended without payment. Others are plain. */
const tones: Record<Status, 'n' | 'w' | 'g' | 'b' | 'plain'> = {
	draft: 'plain',
	reported: 'n',
	assigned: 'n',
	inspected: 'w',
	estimated: 'w',
	review: 'w',
	approved: 'g',
	settled: 'g',
	closed: 'g',
	denied: 'b',
	withdrawn: 'plain',
	duplicate: 'plain',
	reopened: 'n',
	discarded: 'plain',
}

export function StatusChip({ status }: { status: Status }) {
	const { t } = useTranslation()
	return <span className={`status-chip status-${tones[status]}`}>{t(`fields.status.${status}`)}</span>
}
