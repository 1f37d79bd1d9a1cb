import { desk } from '../desk/client.ts'
import { queryClient, useAnswer } from '../desk/queries.ts'

type Key = 'columns' | 'filters' | 'theme'

/** A person's own setting as the text the desk keeps; undefined while unread or never set. */
export function usePref(key: Key): string | undefined {
	return useAnswer('prefs.get', {}).data?.[key]
}

/** Shows the change at once; the desk keeps it. */
export function keepPref(key: Key, value: string): void {
	queryClient.setQueryData<Record<string, string>>(['prefs.get', {}], (old) => ({ ...old, [key]: value }))
	void desk.call('prefs.put', { key, value })
}
