import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../../shared/access/roles.ts'
import { limits } from '../../../shared/claims/text.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import type { Account } from '../../../shared/desk-api/people.ts'
import { desk } from '../../desk/client.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useSession } from '../../state/session.ts'
import { Ticks } from './Ticks.tsx'

type Props = {
	/** null: somebody new. */
	account: Account | null
	onClose: () => void
	onDone: (account: Account) => void
}

/** Adds a person with a temporary password, or changes a person's name, roles and cities. */
export function PersonDialog({ account, onClose, onDone }: Props) {
	const { t, i18n } = useTranslation()
	const cities = useSession((session) => session.app?.cities) ?? []
	const [displayName, setDisplayName] = useState(account?.displayName ?? '')
	const [userName, setUserName] = useState('')
	const [chosen, setChosen] = useState<readonly Role[]>(account?.roles ?? ['adjuster'])
	const [held, setHeld] = useState<readonly string[] | '*'>(account?.cities ?? '*')
	const [password, setPassword] = useState('')
	const [tried, setTried] = useState(false)
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)
	const problems = {
		name: account && displayName.trim() === '' ? t('settings.people.needName') : null,
		user: !account && userName.trim() === '' ? t('settings.people.needUser') : null,
		roles: chosen.length === 0 ? t('settings.people.needRole') : null,
		cities: held !== '*' && held.length === 0 ? t('settings.people.needCity') : null,
		password: !account && password === '' ? t('errors.password.empty') : null,
	}

	async function save(event: FormEvent) {
		event.preventDefault()
		setTried(true)
		if (busy || Object.values(problems).some((one) => one !== null)) return
		setBusy(true)
		const person = {
			displayName: displayName.trim() || userName.trim(),
			roles: [...chosen],
			cities: held === '*' ? ('*' as const) : [...held],
		}
		const reply = account
			? await desk.call('people.update', { ...person, id: account.id })
			: await desk.call('people.add', { ...person, userName: userName.trim(), temporaryPassword: password })
		setBusy(false)
		if (reply.ok) onDone(reply.value)
		else setError(reply.error)
	}

	const shown = tried ? problems : null
	return (
		<Dialog
			title={account ? t('settings.people.editTitle', { name: account.displayName }) : t('settings.people.add')}
			onClose={onClose}
			wide
		>
			<form className="doorway-form" noValidate onSubmit={save}>
				<div className="settings-pair">
					{account ? null : (
						<TextField
							label={t('settings.people.userName')}
							value={userName}
							onChange={setUserName}
							maxLength={limits.code}
							required
							autoFocus
							error={shown?.user}
						/>
					)}
					<TextField
						label={t('settings.people.name')}
						value={displayName}
						onChange={setDisplayName}
						maxLength={limits.name}
						autoFocus={account !== null}
						error={shown?.name}
					/>
				</div>
				<Ticks
					label={t('settings.people.roles')}
					options={roles.map((role) => ({
						value: role,
						label: t(`fields.role.${role}`),
						hint: t(`fields.roleMeans.${role}`),
					}))}
					chosen={chosen}
					onChange={(values) => setChosen(roles.filter((role) => values.includes(role)))}
					error={shown?.roles}
				/>
				{cities.length > 1 ? (
					<Ticks
						label={t('settings.people.cities')}
						options={[
							{ value: '*', label: t('settings.people.allCities') },
							...cities.map((city) => ({
								value: city.code,
								label: `${i18n.language === 'zh-CN' ? city.zh : city.en} (${city.code})`,
							})),
						]}
						chosen={held === '*' ? ['*'] : held}
						onChange={(values) =>
							setHeld(values.includes('*') && held !== '*' ? '*' : values.filter((one) => one !== '*'))
						}
						error={shown?.cities}
					/>
				) : null}
				{account ? null : (
					<TextField
						label={t('settings.people.temporary')}
						value={password}
						onChange={setPassword}
						maxLength={4_096}
						autoComplete="off"
						mono
						required
						hint={`${t('settings.people.temporaryHint')} ${t('session.strength.rule')}`}
						error={shown?.password}
					/>
				)}
				{error ? <ErrorBanner error={error} /> : null}
				<div className="dialog-actions">
					<Button onPress={onClose}>{t('frame.cancel')}</Button>
					<Button look="main" type="submit" busy={busy}>
						{account ? t('settings.people.save') : t('settings.people.create')}
					</Button>
				</div>
			</form>
		</Dialog>
	)
}
