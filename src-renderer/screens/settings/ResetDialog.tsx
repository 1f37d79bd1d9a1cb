import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import type { Account } from '../../../shared/desk-api/people.ts'
import { desk } from '../../desk/client.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { TextField } from '../../parts/form/TextField.tsx'

type Props = { account: Account; onClose: () => void; onDone: (account: Account) => void }

/** A new temporary password, for somebody who forgot theirs or was disabled. */
export function ResetDialog({ account, onClose, onDone }: Props) {
	const { t } = useTranslation()
	const [password, setPassword] = useState('')
	const [tried, setTried] = useState(false)
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)

	async function reset(event: FormEvent) {
		event.preventDefault()
		setTried(true)
		if (busy || password === '') return
		setBusy(true)
		const reply = await desk.call('people.resetPassword', { id: account.id, temporaryPassword: password })
		setBusy(false)
		if (reply.ok) onDone(reply.value)
		else setError(reply.error)
	}

	return (
		<Dialog title={t('settings.people.resetTitle', { name: account.displayName })} onClose={onClose}>
			<form className="doorway-form" noValidate onSubmit={reset}>
				<p className="dim">{t('settings.people.resetLead')}</p>
				<TextField
					label={t('settings.people.temporary')}
					value={password}
					onChange={setPassword}
					maxLength={4_096}
					autoComplete="off"
					mono
					required
					autoFocus
					hint={`${t('settings.people.temporaryHint')} ${t('session.strength.rule')}`}
					error={tried && password === '' ? t('errors.password.empty') : null}
				/>
				{error ? <ErrorBanner error={error} /> : null}
				<div className="dialog-actions">
					<Button onPress={onClose}>{t('frame.cancel')}</Button>
					<Button look="main" type="submit" busy={busy}>
						{t('settings.people.resetDo')}
					</Button>
				</div>
			</form>
		</Dialog>
	)
}
