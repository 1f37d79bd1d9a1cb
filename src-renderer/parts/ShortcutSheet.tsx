import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import './shortcut-sheet.css'

type Line = { keys: readonly string[]; words: string; sequence?: boolean }

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
	const { t } = useTranslation()
	return (
		<section>
			<h3>{title}</h3>
			<dl>
				{lines.map((line) => (
					<div key={line.words}>
						<dt>
							{line.keys.map((key, at) => (
								<span key={key}>
									{at > 0 && line.sequence ? <small> {t('frame.shortcuts.afterwards')} </small> : ' '}
									<Kbd keys={key} />
								</span>
							))}
						</dt>
						<dd>{line.words}</dd>
					</div>
				))}
			</dl>
		</section>
	)
}

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation()
	const say = (
		key: 'new' | 'search' | 'goDate' | 'goList' | 'lock' | 'sheet' | 'move' | 'ends' | 'pages' | 'enter' | 'escape',
	) => t(`frame.shortcuts.${key}`)
	return (
		<Dialog
			title={t('frame.shortcuts.title')}
			onClose={onClose}
			wide
			actions={<Button onPress={onClose}>{t('frame.close')}</Button>}
		>
			<div className="shortcut-sheet">
				<Lines
					title={t('frame.shortcuts.anywhere')}
					lines={[
						{ keys: ['n'], words: say('new') },
						{ keys: ['/'], words: say('search') },
						{ keys: ['g', 'd'], words: say('goDate'), sequence: true },
						{ keys: ['g', 'l'], words: say('goList'), sequence: true },
						{ keys: ['Ctrl', 'L'], words: say('lock') },
						{ keys: ['?'], words: say('sheet') },
					]}
				/>
				<div>
					<Lines
						title={t('frame.shortcuts.inList')}
						lines={[
							{ keys: ['↑', '↓'], words: say('move') },
							{ keys: ['Home', 'End'], words: say('ends') },
							{ keys: ['PgUp', 'PgDn'], words: say('pages') },
							{ keys: ['Enter'], words: say('enter') },
							{ keys: ['Esc'], words: say('escape') },
						]}
					/>
					<Lines
						title={t('frame.shortcuts.inForms')}
						lines={[
							{ keys: ['Ctrl', 'S'], words: t('frame.shortcuts.save') },
							{ keys: ['↑', '↓'], words: t('frame.shortcuts.step') },
							{ keys: ['Alt', '↓'], words: t('frame.shortcuts.calendar') },
						]}
					/>
				</div>
			</div>
			<p className="dim">{t('frame.shortcuts.dates')}</p>
		</Dialog>
	)
}
