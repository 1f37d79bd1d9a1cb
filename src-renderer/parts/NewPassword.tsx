import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desk } from '../desk/client.ts'
import { sayPassword } from '../words/say.ts'
import { useSettled } from './after.ts'
import { TextField } from './form/TextField.tsx'
import './new-password.css'

type Verdict = { password: string; ok: boolean; score: number; reason: string | null }

const judgeAfterMs = 250

/** The vault's opinion of a password while it is typed; null until it has one about exactly this password. */
function useVerdict(password: string, words: readonly string[]): Verdict | null {
	const settled = useSettled(password, judgeAfterMs)
	const context = words
		.filter((word) => word !== '')
		.map((word) => word.slice(0, 200))
		.slice(0, 5)
		.join('\n')
	const [verdict, setVerdict] = useState<Verdict | null>(null)
	useEffect(() => {
		if (settled === '') return setVerdict(null)
		let stale = false
		void desk
			.call('vault.judge', { password: settled, words: context === '' ? [] : context.split('\n') })
			.then((reply) => {
				if (!stale && reply.ok) setVerdict({ password: settled, ...reply.value })
			})
		return () => {
			stale = true
		}
	}, [settled, context])
	return verdict?.password === password ? verdict : null
}

type Props = {
	labels: { password: string; confirm: string }
	password: string
	confirm: string
	onPassword: (text: string) => void
	onConfirm: (text: string) => void
	/** What a colleague would try first: names, the site, the city. */
	words: readonly string[]
	errors: { password?: string | null | undefined; confirm?: string | null | undefined }
}

/** A new password, typed twice, with the vault's opinion of it as a meter and in words. */
export function NewPassword(props: Props) {
	const { t } = useTranslation()
	const id = useId()
	const verdict = useVerdict(props.password, props.words)
	const [shown, setShown] = useState(false)
	const score = verdict ? (verdict.ok ? Math.max(verdict.score, 3) : Math.min(verdict.score, 2)) : 0
	const level = (props.password === '' ? 0 : score) as 0 | 1 | 2 | 3 | 4
	const words = verdict ? t(`session.strength.level${level}`) : ''
	return (
		<div className="new-password">
			<TextField
				label={props.labels.password}
				value={props.password}
				onChange={props.onPassword}
				type={shown ? 'text' : 'password'}
				autoComplete="new-password"
				required
				maxLength={4_096}
				error={props.errors.password}
				hint={t('session.strength.rule')}
				warning={verdict?.reason ? sayPassword(t, verdict.reason) : undefined}
				end={
					<button type="button" className="new-password-show" aria-pressed={shown} onClick={() => setShown(!shown)}>
						{shown ? t('frame.hideTyped') : t('frame.showTyped')}
					</button>
				}
			/>
			<TextField
				label={props.labels.confirm}
				value={props.confirm}
				onChange={props.onConfirm}
				type={shown ? 'text' : 'password'}
				autoComplete="new-password"
				required
				maxLength={4_096}
				error={props.errors.confirm}
			/>
			<div className="strength" data-level={props.password === '' ? 'none' : level}>
				<span id={id} className="for-readers">
					{t('session.strength.label')}
				</span>
				{/* biome-ignore lint/a11y/useSemanticElements: the element cannot be drawn in four steps */}
				<div
					className="strength-bar"
					role="meter"
					aria-labelledby={id}
					aria-valuemin={0}
					aria-valuemax={4}
					aria-valuenow={level}
					aria-valuetext={words}
				>
					<i />
					<i />
					<i />
					<i />
				</div>
				<span className="strength-words" aria-live="polite">
					{words}
				</span>
			</div>
		</div>
	)
}
