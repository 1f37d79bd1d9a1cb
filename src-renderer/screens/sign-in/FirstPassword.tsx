import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { ChangePassword } from '../../parts/ChangePassword.tsx'
import { Doorway } from '../../parts/Doorway.tsx'
import { lock } from '../../state/session.ts'

/** After signing in with a temporary password: nothing else opens until it is replaced. */
export function FirstPassword() {
	const { t } = useTranslation()
	return (
		<Doorway title={t('session.change.title')} place={t('session.change.lead')}>
			<ChangePassword temporary />
			<div>
				<Button look="quiet" small onPress={() => void lock()}>
					{t('frame.lock')}
				</Button>
			</div>
		</Doorway>
	)
}
