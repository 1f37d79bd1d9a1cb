import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskError } from '../../shared/desk-api/errors.ts'
import { desk } from '../desk/client.ts'
import { readState, useMe } from '../state/session.ts'
import { toast } from '../state/toasts.ts'
import { sayPassword } from '../words/say.ts'
import { ErrorBanner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { TextField } from './form/TextField.tsx'
import { NewPassword } from './NewPassword.tsx'

/** The current password and the next one twice. */
export function ChangePassword({ temporary = false }: { temporary?: boolean }) {
	const { t } = useTranslation()
	const me = useMe()
	const [current, setCurrent] = useState('')
	const [next, setNext] = useState('')
	const [confirm, setConfirm] = useState('')
	const [tried, setTried] = useState(false)
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)
	const weak = error?.code === 'WEAK_PASSWORD' ? sayPassword(t, String(error.params?.reason)) : null

	async function change(event: FormEvent) {
		event.preventDefault()
		setTried(true)
		if (busy || current === '' || next === '' || next !== confirm) return
		setBusy(true)
		const reply = await desk.call('session.changePassword', { current, next })
		setBusy(false)
		if (!reply.ok) return setError(reply.error)
		setCurrent('')
		setNext('')
		setConfirm('')
		setTried(false)
		setError(null)
		toast(t('session.change.done'))
		await readState()
	}

	return (
		<form className="doorway-form" noValidate onSubmit={change}>
			<TextField
				label={t(temporary ? 'session.change.currentTemporary' : 'session.change.current')}
				value={current}
				onChange={setCurrent}
				type="password"
				maxLength={4_096}
				autoComplete="current-password"
				required
				autoFocus={temporary}
				error={tried && current === '' ? t('session.change.needCurrent') : null}
			/>
			<NewPassword
				labels={{ password: t('session.change.next'), confirm: t('session.change.confirm') }}
				password={next}
				confirm={confirm}
				onPassword={(text) => {
					setNext(text)
					setError(null)
				}}
				onConfirm={setConfirm}
				words={[me.userName, me.displayName]}
				errors={{
					password: tried && next === '' ? t('errors.password.empty') : weak,
					confirm: tried && next !== '' && next !== confirm ? t('session.setUp.differ') : null,
				}}
			/>
			{error && error.code !== 'WEAK_PASSWORD' ? <ErrorBanner error={error} /> : null}
			<div>
				<Button look="main" type="submit" busy={busy}>
					{t('session.change.submit')}
				</Button>
			</div>
		</form>
	)
}
