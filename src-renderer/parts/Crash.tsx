import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../state/route.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

function Stopped({ onBack }: { onBack: () => void }) {
	const { t } = useTranslation()
	return (
		<div role="alert">
			<EmptyState
				title={t('frame.crash.title')}
				actions={
					<Button
						look="main"
						autoFocus
						onPress={() => {
							goTo({ screen: 'claims' })
							onBack()
						}}
					>
						{t('frame.crash.back')}
					</Button>
				}
			>
				{t('frame.crash.body')}
			</EmptyState>
		</div>
	)
}

/** A defect in one screen stops that screen, not the program. */
export class Crash extends Component<{ children: ReactNode }, { stopped: boolean }> {
	override state = { stopped: false }
	static getDerivedStateFromError() {
		return { stopped: true }
	}
	override render() {
		if (this.state.stopped) return <Stopped onBack={() => this.setState({ stopped: false })} />
		return this.props.children
	}
}
