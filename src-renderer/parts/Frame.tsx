import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayEver } from '../../shared/access/roles.ts'
import { type Route, useRoute, writeRoute } from '../state/route.ts'
import { lock, useMe, useSession } from '../state/session.ts'
import { Button } from './Button.tsx'
import { Kbd } from './Kbd.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Mark } from './Mark.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { useShortcuts } from './shortcuts.ts'
import './frame.css'

const icons = {
	claims: 'M3 4.5h12M3 9h12M3 13.5h8',
	new: 'M9 3.5v11M3.5 9h11',
	settings:
		'M3 5.5h7m4 0h1M3 12.5h1m4 0h7M12 5.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M6 12.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
	lock: 'M5 8.5h8v6H5zM6.5 8.5V6a2.5 2.5 0 0 1 5 0v2.5',
}

function Icon({ path }: { path: string }) {
	return (
		<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" className="frame-icon">
			<path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
		</svg>
	)
}

function Place({
	to,
	here,
	icon,
	words,
	keys,
}: {
	to: Route
	here: boolean
	icon: string
	words: string
	keys?: string
}) {
	return (
		<a href={writeRoute(to)} aria-current={here ? 'page' : undefined} title={words}>
			<Icon path={icon} />
			<span>{words}</span>
			{keys ? (
				<span className="frame-keys" aria-hidden="true">
					<Kbd keys={keys} />
				</span>
			) : null}
		</a>
	)
}

/** The rail with the places of the program, and the screen beside it. New claim gets the room of the rail's words. */
export function Frame({ children }: { children: ReactNode }) {
	const { t } = useTranslation()
	const route = useRoute((state) => state.route)
	const site = useSession((session) => session.app?.site)
	const me = useMe()
	const [sheet, setSheet] = useState(false)
	const mayCreate = mayEver(me, 'claim.create')
	const mayRead = mayEver(me, 'claim.read')
	useShortcuts({ mayCreate, onSheet: () => setSheet(true) })
	return (
		<div className={route.screen === 'new' ? 'frame frame-narrow' : 'frame'}>
			<nav className="frame-rail" aria-label={t('frame.main')}>
				<a
					className="frame-skip"
					href={writeRoute(route)}
					onClick={(event) => {
						event.preventDefault()
						document.getElementById('content')?.focus()
					}}
				>
					{t('frame.skip')}
				</a>
				<div className="frame-brand">
					<Mark />
					<div className="frame-site">
						<strong>{t('frame.product')}</strong>
						{site ? (
							<small title={`${site.name} · ${site.city.code}`}>
								<bdi className="clip">{site.name}</bdi>
								<span>{site.city.code}</span>
							</small>
						) : null}
					</div>
				</div>
				{mayRead ? (
					<Place
						to={{ screen: 'claims' }}
						here={route.screen === 'claims' || route.screen === 'claim'}
						icon={icons.claims}
						words={t('frame.claims')}
					/>
				) : null}
				{mayCreate ? (
					<Place
						to={{ screen: 'new', id: null }}
						here={route.screen === 'new'}
						icon={icons.new}
						words={t('frame.newClaim')}
						keys="n"
					/>
				) : null}
				<Place
					to={{ screen: 'settings', page: 'me' }}
					here={route.screen === 'settings'}
					icon={icons.settings}
					words={t('frame.settings')}
				/>
				<div className="frame-foot">
					<div className="frame-sync">
						<strong>
							<span className="frame-sync-mark" aria-hidden="true" />
							{t('frame.sync.title')}
						</strong>
						{t('frame.sync.body')}
					</div>
					<div className="frame-person" title={me.userName}>
						<span className="frame-initial" aria-hidden="true">
							{[...me.displayName][0]?.toUpperCase()}
						</span>
						<bdi className="clip">{me.displayName}</bdi>
					</div>
					<div className="frame-tools">
						<LanguageChoice />
						<Button small onPress={() => void lock()} label={t('frame.lock')}>
							<Icon path={icons.lock} />
							<span className="frame-tool-words">{t('frame.lock')}</span>
						</Button>
					</div>
				</div>
			</nav>
			<main className="frame-main" id="content" tabIndex={-1}>
				{children}
			</main>
			{sheet ? <ShortcutSheet onClose={() => setSheet(false)} /> : null}
		</div>
	)
}
