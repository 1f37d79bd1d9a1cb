/** Each failure: what happened (title), what is safe, what to do. Keyed by shared/desk-api/errors.ts. */
export const errors = {
	code: {
		VALIDATION: {
			title: 'Some entries cannot be saved as they are',
			safe: 'What was saved before is unchanged, and what you typed is still here.',
			todo: 'Correct the marked entries and save again.',
		},
		TOO_LARGE: {
			title: 'This is more than one record can hold',
			safe: 'Nothing was changed.',
			todo: 'Shorten the longest text, or split it into notes.',
		},
		LOCKED: {
			title: 'The desk is locked',
			safe: 'Everything saved is safe and encrypted.',
			todo: 'Sign in to go on.',
		},
		DENIED: {
			title: 'Your role does not allow this',
			safe: 'Nothing was changed.',
			todo: 'Ask a supervisor or the administrator of this laptop.',
		},
		NOT_FOUND: {
			title: 'This claim is not on this laptop',
			safe: 'No other claim is affected.',
			todo: 'Go back to the list. It may belong to another city or another site.',
		},
		CONFLICT: {
			title: 'Somebody changed this meanwhile',
			safe: 'Their change is kept and yours is still on the screen; nothing was overwritten.',
			todo: 'Compare both, then save again.',
		},
		GUARD: {
			title: 'This step is not possible yet',
			safe: 'The claim is unchanged.',
			todo: 'Do first what is listed.',
		},
		UNKNOWN_VERB: {
			title: 'This screen and the desk do not fit together',
			safe: 'What was saved is safe.',
			todo: 'Close the window and start FieldClaim again.',
		},
		BUSY: {
			title: 'The desk is busy',
			safe: 'Nothing is lost.',
			todo: 'Wait a moment and try again.',
		},
		WEAK_PASSWORD: {
			title: 'This password is too easy to guess',
			safe: 'Nothing was changed.',
			todo: 'Choose a longer one: three or four words that do not belong together work well.',
		},
		WRONG_PASSWORD: {
			title: 'User name or password is wrong',
			safe: 'Your claims are safe; wrong passwords never delete anything.',
			todo: 'Check Caps Lock and the input method, then try again.',
		},
		WAIT: {
			title: 'Too many wrong passwords',
			safe: 'Your claims are safe; wrong passwords never delete anything.',
			todo: 'Wait until the time is over, then try again. Restarting does not shorten it.',
		},
		DISABLED: {
			title: 'This user is disabled',
			safe: 'All claims are safe, including unfinished forms.',
			todo: 'After ten wrong passwords only an administrator of this laptop can set a new one: Settings, People.',
		},
		MUST_CHANGE_PASSWORD: {
			title: 'Choose your own password first',
			safe: 'Your temporary password worked.',
			todo: 'Set a new password to go on.',
		},
		USER_EXISTS: {
			title: 'This user name is taken',
			safe: 'Nothing was changed.',
			todo: 'Choose another user name.',
		},
		LAST_ADMINISTRATOR: {
			title: 'This is the last administrator',
			safe: 'Nothing was changed.',
			todo: 'Make somebody else an administrator first; otherwise nobody could manage this laptop.',
		},
		EXISTS: {
			title: 'This laptop is already set up',
			safe: 'The existing site is untouched.',
			todo: 'Sign in instead.',
		},
		KEY_MEMORY: {
			title: 'Not enough memory to unlock',
			safe: 'Your claims are safe and still encrypted.',
			todo: 'Close other programs, then sign in again.',
		},
		TAMPERED: {
			title: 'The key file fails its check',
			safe: 'Claims stay encrypted; nothing was opened or changed.',
			todo: 'Somebody or something altered the files of this laptop. Do not go on: call your security contact, and restore a backup.',
		},
		OTHER_DEVICE: {
			title: 'This database belongs to another laptop',
			safe: 'Nothing was opened or changed.',
			todo: 'Put back this laptop’s own files, or restore a backup of it.',
		},
		DAMAGED: {
			title: 'The database is damaged',
			safe: 'Your password is right, and nothing was changed. Backups are not affected.',
			todo: 'Stop working on this laptop, copy its data folder, and restore the newest backup.',
		},
		MISSING_FILE: {
			title: 'The database file is missing',
			safe: 'The keys are here, so a backup can still be opened.',
			todo: 'Put the file back if it was moved, or restore the newest backup. No new, empty site is made in its place.',
		},
		NEWER_VERSION: {
			title: 'This data was written by a newer FieldClaim',
			safe: 'Nothing was opened or changed.',
			todo: 'Install the newer version on this laptop, then sign in again.',
		},
		ROLLED_BACK: {
			title: 'The database is older than this laptop remembers',
			safe: 'Nothing was opened yet. What is in the file can be read.',
			todo: 'If you restored an older copy on purpose, open what is there. Otherwise close FieldClaim and look for the newer file.',
		},
		IN_USE: {
			title: 'FieldClaim is already open on this data',
			safe: 'Nothing was opened twice.',
			todo: 'Use the other window, or close it and then start FieldClaim again.',
		},
		DISK_FULL: {
			title: 'The disk is full',
			safe: 'What was saved before is safe. The last change was not saved.',
			todo: 'Free some space on this laptop, then save again.',
		},
		READ_ONLY: {
			title: 'FieldClaim may not write to its folder',
			safe: 'What was saved before is safe.',
			todo: 'Ask whoever manages this laptop to give your account write access to the data folder.',
		},
		IO: {
			title: 'The disk answers with errors',
			safe: 'What was confirmed as saved was on the disk. The last change may not be.',
			todo: 'Copy the data folder to another disk soon, and have this one checked.',
		},
		NOT_SUITABLE: {
			title: 'This folder cannot hold the database',
			safe: 'Nothing was written.',
			todo: 'Choose a folder on the laptop’s own disk: network drives and sync folders damage databases.',
		},
		CLOSED: {
			title: 'The desk is not running',
			safe: 'What you typed is still in this window.',
			todo: 'Start FieldClaim again, then try again.',
		},
		INTERNAL: {
			title: 'FieldClaim made a mistake',
			safe: 'What was saved before is safe.',
			todo: 'Try again. If it happens again, tell support the reference below.',
		},
	},
	/** One entry that is wrong; the key of Issue.code. */
	issue: {
		missing: 'Needed before the claim can be submitted',
		future: 'This date is in the future',
		'too-old': 'Dates before {{earliest}} are typing errors',
		'before-accident': 'Reported before the accident: check both dates',
		empty: 'Please fill this in',
		'too-long': 'Too long: at most {{most}} characters',
		'too-short': 'Too short: at least {{least}} characters',
		'too-many': 'Too many: at most {{most}}',
		'too-few': 'Too few: at least {{least}}',
		'too-great': 'Too much: at most {{most}}',
		'too-small': 'Too little: at least {{least}}',
		'wrong-step': 'This amount is not possible',
		'ill-formed': 'Contains characters that cannot be stored',
		'no-such-date': 'There is no such date',
		'no-such-time': 'There is no such time',
		'wrong-format': 'This does not have the right form',
		'not-offered': 'Choose one of those offered',
		'wrong-type': 'This is not possible here',
		'unknown-field': 'This is not possible here',
		'too-deep': 'This is not possible here',
		repeated: 'The same record twice: reload and enter it again',
		approved: 'The estimate was approved; it changes only after the claim is sent back or reopened',
		invalid: 'This is not possible here',
	},
	/** What a step of the claim still waits for; the key of Guard. */
	guard: {
		complete: 'fill in what is missing to submit',
		reason: 'give a reason',
		assignee: 'choose who takes it over',
		'inspection-note': 'note the inspection, or why there are no photographs',
		estimate: 'enter an estimate, or mark it a total loss',
		'four-eyes': 'somebody other than the estimator must approve',
		'within-limit': 'the estimate is above your approval limit',
		settlement: 'enter the settlement amount',
		'kept-claim': 'name the claim that is kept',
	},
	left_one:
		'{{count}} attempt left. Then this user is disabled; the last administrator waits an hour for each try instead.',
	left_other:
		'{{count}} attempts left. Then this user is disabled; the last administrator waits an hour for each try instead.',
	lost_zero: 'Some saved changes are not in the file; how many cannot be told.',
	lost_one: 'About {{count}} saved change is not in the file.',
	lost_other: 'About {{count}} saved changes are not in the file.',
	versions: 'Data version {{found}}; this program reads up to {{supported}}.',
	/** Why a password is refused or weak; the key comes from the vault. */
	password: {
		'too-short': 'Too short: use at least 15 characters. Three or four words do well.',
		'too-long': 'Too long: use at most 1,024 characters.',
		common: 'Too easy to guess: add a word that does not belong to the others.',
		'contains-name': 'Mostly your name, the site or the product: a colleague would try that first.',
		unchanged: 'This is the password you have now.',
		'ill-formed': 'It contains characters that cannot be typed reliably.',
		empty: 'Please type a password.',
		other: 'Choose a longer, less predictable password.',
	},
	/** Why a folder cannot hold the database. */
	folder: {
		network: 'It is on a network drive.',
		sync: 'It is inside a folder that another program synchronises.',
		shared: 'Other users of this computer could change what is in it.',
		other: 'This kind of disk does not keep what it confirms.',
	},
}
