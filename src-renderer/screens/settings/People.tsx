import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayEver } from '../../../shared/access/roles.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import type { Account } from '../../../shared/desk-api/people.ts'
import { desk } from '../../desk/client.ts'
import { errorOf, rereadPeople, useAnswer } from '../../desk/queries.ts'
import { Banner, ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { Confirm } from '../../parts/Dialog.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { readState, useMe } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { PersonDialog } from './PersonDialog.tsx'
import { ResetDialog } from './ResetDialog.tsx'

type Open = { what: 'add' } | { what: 'edit' | 'reset' | 'disable'; account: Account } | null

/** Who may sign in on this device, and with which roles. */
export function People() {
	const { t } = useTranslation()
	const me = useMe()
	const mayWrite = mayEver(me, 'people.write')
	const list = useAnswer('people.list', {})
	const [open, setOpen] = useState<Open>(null)
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)
	const accounts = list.data ?? []
	const administrators = accounts.filter((one) => one.roles.includes('administrator') && one.state !== 'disabled')
	const failure = errorOf(list.error)

	function done(words: string, account?: Account) {
		setOpen(null)
		setError(null)
		toast(words)
		rereadPeople()
		if (account?.id === me.id) void readState()
	}
	async function disable(account: Account) {
		setBusy(true)
		const reply = await desk.call('people.disable', { id: account.id })
		setBusy(false)
		setOpen(null)
		if (reply.ok) done(t('settings.people.disabled', { name: account.displayName }))
		else setError(reply.error)
	}

	return (
		<section className="settings-card settings-wide">
			<div className="settings-title">
				<div>
					<h2>{t('settings.people.title')}</h2>
					<p className="dim">{t('settings.people.lead')}</p>
				</div>
				{mayWrite ? (
					<Button look="main" onPress={() => setOpen({ what: 'add' })}>
						{t('settings.people.add')}
					</Button>
				) : null}
			</div>
			{mayWrite && list.data && administrators.length === 1 && administrators[0]?.id === me.id ? (
				<Banner tone="warn" title={t('settings.people.lone')} />
			) : null}
			{failure ? <ErrorBanner error={failure} /> : null}
			{error ? <ErrorBanner error={error} /> : null}
			{list.data === undefined && !failure ? <Skeleton rows={3} /> : null}
			{accounts.length > 0 ? (
				<div className="people-scroll">
					<table className="people">
						<thead>
							<tr>
								<th scope="col">{t('settings.people.name')}</th>
								<th scope="col">{t('settings.people.userName')}</th>
								<th scope="col">{t('settings.people.roles')}</th>
								<th scope="col">{t('settings.people.cities')}</th>
								<th scope="col">{t('settings.people.state')}</th>
								{mayWrite ? <td /> : null}
							</tr>
						</thead>
						<tbody>
							{accounts.map((account) => (
								<tr key={account.id}>
									<th scope="row">
										<bdi>{account.displayName}</bdi>
										{account.id === me.id ? <small className="dim"> ({t('frame.you')})</small> : null}
									</th>
									<td>
										<bdi>{account.userName}</bdi>
									</td>
									<td>{account.roles.map((role) => t(`fields.role.${role}`)).join(' · ')}</td>
									<td>{account.cities === '*' ? t('list.all') : account.cities.join(', ')}</td>
									<td>
										<span className={`people-state people-${account.state}`}>
											{t(`fields.accountState.${account.state}`)}
										</span>
									</td>
									{mayWrite ? (
										<td className="people-actions">
											<Button
												small
												label={t('settings.people.edit', { name: account.displayName })}
												onPress={() => setOpen({ what: 'edit', account })}
											>
												{t('settings.people.editShort')}
											</Button>
											{account.id === me.id ? null : (
												<>
													<Button
														small
														label={t('settings.people.reset', { name: account.displayName })}
														onPress={() => setOpen({ what: 'reset', account })}
													>
														{t('settings.people.resetShort')}
													</Button>
													<Button
														small
														look="quiet"
														disabled={account.state === 'disabled'}
														label={t('settings.people.disable', { name: account.displayName })}
														onPress={() => setOpen({ what: 'disable', account })}
													>
														{t('settings.people.disableShort')}
													</Button>
												</>
											)}
										</td>
									) : null}
								</tr>
							))}
						</tbody>
					</table>
				</div>
			) : null}
			{open?.what === 'add' ? (
				<PersonDialog
					account={null}
					onClose={() => setOpen(null)}
					onDone={(account) => done(t('settings.people.created', { name: account.displayName }))}
				/>
			) : null}
			{open?.what === 'edit' ? (
				<PersonDialog
					account={open.account}
					onClose={() => setOpen(null)}
					onDone={(account) => done(t('settings.people.saved', { name: account.displayName }), account)}
				/>
			) : null}
			{open?.what === 'reset' ? (
				<ResetDialog
					account={open.account}
					onClose={() => setOpen(null)}
					onDone={(account) => done(t('settings.people.resetDone', { name: account.displayName }))}
				/>
			) : null}
			{open?.what === 'disable' ? (
				<Confirm
					title={t('settings.people.disableTitle', { name: open.account.displayName })}
					confirm={t('settings.people.disableDo')}
					danger
					busy={busy}
					onCancel={() => setOpen(null)}
					onConfirm={() => void disable(open.account)}
				>
					<p>{t('settings.people.disableLead', { name: open.account.displayName })}</p>
				</Confirm>
			) : null}
		</section>
	)
}
