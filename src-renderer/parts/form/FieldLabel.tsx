/** The star is for the eye: "required" reaches assistive technology as an attribute, and names stay exact. */
export function FieldLabel({ label, required }: { label: string; required: boolean }) {
	return (
		<>
			{label}
			{required ? <i className="field-star" aria-hidden="true" /> : null}
		</>
	)
}
