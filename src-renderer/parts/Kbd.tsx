import './kbd.css'

/** Keys to press, for the eye. Assistive technology reads them from the shortcut sheet. */
export function Kbd({ keys }: { keys: string }) {
	return <kbd className="kbd">{keys}</kbd>
}
