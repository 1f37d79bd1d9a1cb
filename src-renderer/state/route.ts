import { create } from 'zustand'

/** Where the person is: the part of the address after #, so that Back and Forward work and a claim has an address. */
export type Route =
	| { screen: 'claims' }
	| { screen: 'claim'; id: string }
	| { screen: 'new'; id: string | null }
	| { screen: 'settings'; page: SettingsPage }

export const settingsPages = ['me', 'people', 'archive', 'about'] as const
export type SettingsPage = (typeof settingsPages)[number]

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads an address; anything that is no place in the program leads to the list. */
export function readRoute(hash: string): Route {
	const [screen, rest] = hash.replace(/^#?\/?/, '').split('/')
	if (screen === 'claims' && rest && uuid.test(rest)) return { screen: 'claim', id: rest }
	if (screen === 'new') return { screen: 'new', id: rest && uuid.test(rest) ? rest : null }
	if (screen === 'settings') {
		return { screen: 'settings', page: settingsPages.find((page) => page === rest) ?? 'me' }
	}
	return { screen: 'claims' }
}

export function writeRoute(route: Route): string {
	switch (route.screen) {
		case 'claims':
			return '#/claims'
		case 'claim':
			return `#/claims/${route.id}`
		case 'new':
			return route.id === null ? '#/new' : `#/new/${route.id}`
		case 'settings':
			return `#/settings/${route.page}`
	}
}

export const useRoute = create<{ route: Route }>(() => ({ route: { screen: 'claims' } }))

/** Goes to a place. replace: the place left is not worth coming back to. */
export function goTo(route: Route, replace = false): void {
	const hash = writeRoute(route)
	if (location.hash === hash) return
	if (replace) history.replaceState(null, '', hash)
	else history.pushState(null, '', hash)
	useRoute.setState({ route: readRoute(hash) })
}

/** Follows the address bar, Back and Forward. @returns a function that ends it */
export function followAddress(): () => void {
	const follow = () => useRoute.setState({ route: readRoute(location.hash) })
	follow()
	window.addEventListener('hashchange', follow)
	window.addEventListener('popstate', follow)
	return () => {
		window.removeEventListener('hashchange', follow)
		window.removeEventListener('popstate', follow)
	}
}
