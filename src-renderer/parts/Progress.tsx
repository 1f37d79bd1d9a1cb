import { ProgressBar } from 'react-aria-components'
import './progress.css'

/** A bar with counts, for work that takes longer than a second. */
export function Progress({ label, value, most }: { label: string; value: number; most: number }) {
	return (
		<ProgressBar
			className="progress"
			aria-label={label}
			value={value}
			maxValue={most}
			valueLabel={`${value} / ${most}`}
		>
			{({ valueText }) => (
				<>
					<span className="progress-words">
						<span>{label}</span>
						<span>{valueText}</span>
					</span>
					<progress value={value} max={most} aria-hidden="true" />
				</>
			)}
		</ProgressBar>
	)
}
