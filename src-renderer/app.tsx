import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { queryClient } from './desk/queries.ts'
import { Crash } from './parts/Crash.tsx'
import { Frame } from './parts/Frame.tsx'
import { GoneBanner, Stranger } from './parts/LinkState.tsx'
import { Skeleton } from './parts/Skeleton.tsx'
import { Toasts } from './parts/Toasts.tsx'
import { Claim } from './screens/claim/Claim.tsx'
import { Claims } from './screens/claims/Claims.tsx'
import { NewClaim } from './screens/new-claim/NewClaim.tsx'
import { SetUp } from './screens/set-up/SetUp.tsx'
import { Settings } from './screens/settings/Settings.tsx'
import { FirstPassword } from './screens/sign-in/FirstPassword.tsx'
import { SignIn } from './screens/sign-in/SignIn.tsx'
import { Trouble } from './screens/sign-in/Trouble.tsx'
import { followActivity } from './state/activity.ts'
import { followAddress, useRoute } from './state/route.ts'
import { followDesk, useSession } from './state/session.ts'
import { applyTheme } from './state/theme.ts'

function Screen() {
	const route = useRoute((state) => state.route)
	switch (route.screen) {
		case 'claims':
			return <Claims />
		case 'claim':
			return <Claim key={route.id} id={route.id} />
		case 'new':
			return <NewClaim key={route.id} id={route.id} />
		case 'settings':
			return <Settings page={route.page} />
	}
}

/** Everything that needs somebody signed in; it does not exist, and shows nothing, while the desk is locked. */
function Inside() {
	const route = useRoute((state) => state.route)
	useEffect(followActivity, [])
	useEffect(() => {
		void applyTheme()
	}, [])
	return (
		<Frame>
			<Crash key={`${route.screen}${'id' in route ? route.id : ''}`}>
				<Screen />
			</Crash>
		</Frame>
	)
}

function Phase() {
	const app = useSession((session) => session.app)
	const link = useSession((session) => session.link)
	const error = useSession((session) => session.error)
	if (app === null && link === 'stranger') return <Stranger />
	if (app === null) return error ? <Trouble error={error} /> : <Skeleton rows={8} />
	switch (app.phase) {
		case 'set-up':
			return <SetUp />
		case 'sign-in':
			return <SignIn />
		case 'trouble':
			return <Trouble error={{ code: app.trouble ?? 'INTERNAL' }} />
		case 'open':
			return app.mustChangePassword ? <FirstPassword /> : <Inside key={app.me?.id} />
	}
}

export function App() {
	const { t, i18n } = useTranslation()
	const screen = useRoute((state) => state.route.screen)
	const open = useSession((session) => session.app?.phase === 'open')
	useEffect(followAddress, [])
	useEffect(followDesk, [])
	useEffect(() => {
		// No claim's number or name: titles end up in task bars and histories.
		const places = {
			claims: t('frame.claims'),
			claim: t('frame.claim'),
			new: t('frame.newClaim'),
			settings: t('frame.settings'),
		}
		document.title = open ? `${places[screen]} – ${t('frame.product')}` : t('frame.product')
	}, [t, screen, open])
	return (
		<QueryClientProvider client={queryClient}>
			<I18nProvider locale={i18n.language}>
				<GoneBanner />
				<Phase />
				<Toasts />
			</I18nProvider>
		</QueryClientProvider>
	)
}
