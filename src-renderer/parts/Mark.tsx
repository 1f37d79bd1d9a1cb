/** The product's sign: a record with a tick on the road's edge. */
export function Mark({ size = 28 }: { size?: number }) {
	return (
		<svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" className="mark">
			<rect width="28" height="28" rx="7" fill="var(--accent)" />
			<path
				d="M9 21V8.5h10.5M9 14.2h7.5"
				fill="none"
				stroke="var(--on-accent)"
				strokeWidth="2.6"
				strokeLinecap="round"
				strokeLinejoin="round"
			/>
			<circle cx="19.3" cy="20.2" r="1.9" fill="var(--on-accent)" />
		</svg>
	)
}
