import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/claims/text.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { Confirm } from '../../parts/Dialog.tsx'
import { Doorway } from '../../parts/Doorway.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { applyState, useSession } from '../../state/session.ts'
import { clockOf, useCountdown } from './countdown.ts'

/** Below this many seconds the wait is told in seconds, above as a clock. */
const secondsUpTo = 90

/** Seconds to wait that a failure tells of. */
const waitOf = (error: DeskError): number => Number(error.params?.waitSeconds ?? 0)

const sameName = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

export function SignIn() {
	const { t, i18n } = useTranslation()
	const app = useSession((session) => session.app)
	const [userName, setUserName] = useState('')
	const [password, setPassword] = useState('')
	const [empty, setEmpty] = useState<'user' | 'password' | null>(null)
	const [capsLock, setCapsLock] = useState(false)
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)
	const [asking, setAsking] = useState(false)
	/** Who has to wait until when: the delay belongs to one user name, others may sign in meanwhile. */
	const [delay, setDelay] = useState({ name: '', until: 0 })
	const left = useCountdown(delay.name === sameName(userName) ? delay.until : 0)
	const passwordBox = useRef<HTMLInputElement>(null)
	const userBox = useRef<HTMLInputElement>(null)

	const watchCaps = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))

	async function signIn(acceptLoss: boolean) {
		if (busy || left > 0) return
		if (userName.trim() === '') {
			setEmpty('user')
			return userBox.current?.focus()
		}
		if (password === '') {
			setEmpty('password')
			return passwordBox.current?.focus()
		}
		setEmpty(null)
		setBusy(true)
		const reply = await desk.call('session.signIn', { userName, password, acceptLoss })
		setBusy(false)
		setAsking(false)
		if (reply.ok) return applyState(reply.value)
		setError(reply.error)
		setDelay({ name: sameName(userName), until: Date.now() + waitOf(reply.error) * 1_000 })
		if (reply.error.code === 'ROLLED_BACK') return
		setPassword('')
		passwordBox.current?.focus()
	}

	const site = app?.site
	const waiting =
		left > secondsUpTo
			? t('session.signIn.waitClock', { clock: clockOf(left) })
			: t('session.signIn.wait', { count: left })
	const shown = error && (error.code !== 'WAIT' || left > 0) ? error : null
	return (
		<Doorway
			title={t('session.signIn.title')}
			place={
				site ? (
					<>
						<bdi>{site.name}</bdi> · {i18n.language === 'zh-CN' ? site.city.zh : site.city.en} ({site.city.code})
					</>
				) : null
			}
			foot={t('session.signIn.offline')}
		>
			<form
				className="doorway-form"
				noValidate
				onSubmit={(event: FormEvent) => {
					event.preventDefault()
					void signIn(false)
				}}
				onKeyDown={watchCaps}
				onKeyUp={watchCaps}
			>
				{shown ? (
					<ErrorBanner
						error={shown}
						actions={
							shown.code === 'ROLLED_BACK' ? (
								<Button onPress={() => setAsking(true)}>{t('session.signIn.openAnyway')}</Button>
							) : null
						}
					/>
				) : null}
				<TextField
					label={t('session.signIn.userName')}
					value={userName}
					onChange={setUserName}
					maxLength={limits.code}
					autoComplete="username"
					autoFocus
					inputRef={userBox}
					error={empty === 'user' ? t('session.signIn.needUser') : null}
				/>
				<TextField
					label={t('session.signIn.password')}
					value={password}
					onChange={setPassword}
					type="password"
					maxLength={4_096}
					autoComplete="current-password"
					inputRef={passwordBox}
					error={empty === 'password' ? t('session.signIn.needPassword') : null}
					warning={capsLock ? t('session.signIn.capsLock') : null}
				/>
				<Button look="main" type="submit" busy={busy} disabled={left > 0}>
					{busy ? t('session.signIn.working') : left > 0 ? waiting : t('session.signIn.submit')}
				</Button>
				<p className="for-readers" role="status">
					{delay.until > 0 && left === 0 && error ? t('session.signIn.over') : ''}
				</p>
			</form>
			{asking ? (
				<Confirm
					title={t('session.signIn.openAnyway')}
					confirm={t('session.signIn.openAnyway')}
					danger
					busy={busy}
					onConfirm={() => void signIn(true)}
					onCancel={() => setAsking(false)}
				>
					<p>{t('session.signIn.openAnywayAsk')}</p>
				</Confirm>
			) : null}
		</Doorway>
	)
}
