import { useTranslation } from 'react-i18next'
import './sync-dot.css'

/** Ring: waits to be sent. Full: headquarters has it. The shape says it, the colour only helps. */
export function SyncDot({ state }: { state: 'waits' | 'sent' }) {
	const { t } = useTranslation()
	const words = t(`fields.sync.${state}`)
	return <span className={`sync-dot sync-${state}`} role="img" aria-label={words} title={words} />
}
