import { createHmac } from 'node:crypto'

/** User names are compared without case and in one Unicode form; upper-then-lower also joins ß and ss. */
export function foldName(name: string): string {
	return name.normalize('NFKC').trim().toUpperCase().toLowerCase().normalize('NFKC')
}

/**
 * What stands for a user name in the vault's files, so that a copied folder does not list who works here. Names are
 * few and guessable: this hides them from a glance and from search, not from someone who tries a list of names.
 */
export function hashName(name: string, salt: Buffer): string {
	return createHmac('sha256', salt).update('name/v1\0').update(foldName(name)).digest('base64')
}
