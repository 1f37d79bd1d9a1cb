import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/claims/text.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { Banner, ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { Doorway } from '../../parts/Doorway.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { NewPassword } from '../../parts/NewPassword.tsx'
import { applyState } from '../../state/session.ts'
import { sayPassword } from '../../words/say.ts'
import { shownLanguage } from '../../words/words.ts'
import { CityChoice, OwnCity } from './CityFields.tsx'
import { checkSetUp, cityOf, ownCity, type SetUpForm, type SetUpProblem, startForm } from './check.ts'
import './set-up.css'

/** First run: the site, the first user and a password, on one page in the order of reading. */
export function SetUp() {
	const { t, i18n } = useTranslation()
	const [form, setForm] = useState(startForm)
	const [tried, setTried] = useState(false)
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)
	const page = useRef<HTMLFormElement>(null)
	const change = (part: Partial<SetUpForm>) => {
		setForm((old) => ({ ...old, ...part }))
		setError(null)
	}
	const say = (problem: SetUpProblem): string => {
		if (problem.words === 'codeTaken')
			return t('session.setUp.codeTaken', { name: i18n.language === 'zh-CN' ? problem.owner.zh : problem.owner.en })
		return problem.words === 'empty' ? t('errors.password.empty') : t(`session.setUp.${problem.words}`)
	}
	const problems = tried ? checkSetUp(form) : []
	const errors = Object.fromEntries(problems.map((problem) => [problem.field, say(problem)])) as Partial<
		Record<SetUpProblem['field'], string>
	>
	const weak = error?.code === 'WEAK_PASSWORD' ? sayPassword(t, String(error.params?.reason)) : null
	const city = cityOf(form)

	async function create(event: FormEvent) {
		event.preventDefault()
		setTried(true)
		if (busy) return
		if (city === null || checkSetUp(form).length > 0) {
			requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
			return
		}
		setBusy(true)
		setError(null)
		const userName = form.userName.trim()
		const reply = await desk.call('setup.create', {
			siteName: form.siteName,
			city,
			displayName: form.displayName.trim() || userName,
			userName,
			password: form.password,
			language: shownLanguage(),
		})
		setBusy(false)
		if (reply.ok) applyState(reply.value)
		else setError(reply.error)
	}

	return (
		<Doorway title={t('session.setUp.title')} place={t('session.setUp.lead')} wide>
			<form className="set-up" ref={page} onSubmit={create} noValidate>
				<fieldset>
					<legend>
						<b aria-hidden="true">1</b> {t('session.setUp.site')}
					</legend>
					<div className="set-up-grid">
						<TextField
							label={t('session.setUp.siteName')}
							value={form.siteName}
							onChange={(siteName) => change({ siteName })}
							maxLength={limits.name}
							required
							autoFocus
							error={errors.siteName}
							hint={t('session.setUp.siteHint')}
						/>
						<CityChoice form={form} change={change} errors={errors} />
					</div>
					{form.city === ownCity ? <OwnCity own={form.own} change={(own) => change({ own })} errors={errors} /> : null}
				</fieldset>
				<fieldset>
					<legend>
						<b aria-hidden="true">2</b> {t('session.setUp.you')}
					</legend>
					<p className="set-up-hint">{t('session.setUp.youHint')}</p>
					<div className="set-up-grid">
						<TextField
							label={t('session.setUp.userName')}
							value={form.userName}
							onChange={(userName) => change({ userName })}
							maxLength={limits.code}
							autoComplete="username"
							required
							error={errors.userName}
						/>
						<TextField
							label={t('session.setUp.displayName')}
							value={form.displayName}
							onChange={(displayName) => change({ displayName })}
							maxLength={limits.name}
							hint={t('session.setUp.displayNameHint')}
						/>
					</div>
				</fieldset>
				<fieldset>
					<legend>
						<b aria-hidden="true">3</b> {t('session.setUp.protect')}
					</legend>
					<NewPassword
						labels={{ password: t('session.setUp.password'), confirm: t('session.setUp.confirm') }}
						password={form.password}
						confirm={form.confirm}
						onPassword={(password) => change({ password })}
						onConfirm={(confirm) => change({ confirm })}
						words={[form.userName, form.displayName, form.siteName, city?.en ?? '', city?.zh ?? '']}
						errors={{ password: errors.password ?? weak, confirm: errors.confirm }}
					/>
					<p className="set-up-lost">{t('session.setUp.lost')}</p>
				</fieldset>
				{error ? <ErrorBanner error={error} /> : null}
				{problems.length > 0 ? (
					<Banner tone="bad" title={t('session.setUp.problems', { count: problems.length })} urgent />
				) : null}
				<Button look="main" type="submit" busy={busy}>
					{busy ? t('session.setUp.creating') : t('session.setUp.create')}
				</Button>
			</form>
		</Doorway>
	)
}
