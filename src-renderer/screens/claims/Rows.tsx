import { type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DateText } from '../../../shared/claims/dates.ts'
import type { ClaimRow } from '../../../shared/desk-api/claims.ts'
import { StatusChip } from '../../parts/StatusChip.tsx'
import { SyncDot } from '../../parts/SyncDot.tsx'
import { useList } from '../../state/list.ts'
import { goTo, writeRoute } from '../../state/route.ts'
import { type ColumnId, tracksOf } from './columns.ts'
import { type Day, groupByDay, sayDay } from './days.ts'

function Cell({ column, row }: { column: ColumnId; row: ClaimRow }) {
	const { t } = useTranslation()
	switch (column) {
		case 'policyNo':
			return row.policyNo === '' ? (
				<span className="dim clip">{t('list.policyUnknown')}</span>
			) : (
				<bdi className="mono clip" title={row.policyNo}>
					{row.policyNo}
				</bdi>
			)
		case 'status':
			return (
				<span className="claims-status">
					<StatusChip status={row.status} />
				</span>
			)
		case 'category':
			return <span className="dim clip">{row.category ? t(`fields.category.${row.category}`) : ''}</span>
		case 'time':
			return <span className="mono dim">{row.accidentTime ?? ''}</span>
		case 'city':
			return <span className="dim">{row.city}</span>
		case 'assigned':
			return (
				<bdi className="dim clip" title={row.assignedName}>
					{row.assignedName || t('list.unassigned')}
				</bdi>
			)
		case 'cause':
			return (
				<bdi className="dim clip" title={row.cause}>
					{row.cause}
				</bdi>
			)
		default:
			return (
				<bdi className={row[column] === '' ? 'claims-blank' : 'clip'} title={row[column]}>
					{row[column] || '–'}
				</bdi>
			)
	}
}

const Row = memo(function Row({
	row,
	columns,
	reach,
}: {
	row: ClaimRow
	columns: readonly ColumnId[]
	reach: boolean
}) {
	const { t } = useTranslation()
	const name = t('list.rowName', {
		claimNo: row.claimNo,
		date: row.accidentDate ?? t('list.rowNoDate'),
		policyNo: row.policyNo || t('list.rowNoPolicy'),
		place: row.place || t('list.rowNoPlace'),
		status: t(`fields.status.${row.status}`),
		sync: t(`fields.sync.${row.sync}`),
	})
	return (
		<li>
			<a
				className="claims-row"
				href={writeRoute({ screen: 'claim', id: row.id })}
				data-id={row.id}
				tabIndex={reach ? 0 : -1}
				aria-label={name}
			>
				<SyncDot state={row.sync} />
				<span className="mono clip" title={row.claimNo}>
					{row.claimNo}
					{row.archived ? <small className="claims-archived"> {t('list.archivedMark')}</small> : null}
				</span>
				{columns.map((column) => (
					<Cell key={column} column={column} row={row} />
				))}
			</a>
		</li>
	)
})

type Props = {
	rows: readonly ClaimRow[]
	columns: readonly ColumnId[]
	counts: Readonly<Record<string, number>> | undefined
	today: DateText
	/** Rows of an older question, shown until the new answer is there. */
	stale: boolean
	onTurn: (to: 'next' | 'previous') => void
}

/** The list itself: one list of days, each a list of links. One row is in the Tab order; arrow keys move among them. */
export function Rows({ rows, columns, counts, today, stale, onTurn }: Props) {
	const { t, i18n } = useTranslation()
	const box = useRef<HTMLUListElement>(null)
	const current = useList((list) => list.row)
	const reached = rows.some((row) => row.id === current) ? current : rows[0]?.id

	const links = () => [...(box.current?.querySelectorAll<HTMLAnchorElement>('a.claims-row') ?? [])]

	// Comes back to the row, the place and the focus that were left.
	// biome-ignore lint/correctness/useExhaustiveDependencies: when the rows are another page
	useLayoutEffect(() => {
		const { focus, row, scroll } = useList.getState()
		if (stale || !box.current) return
		box.current.scrollTop = scroll
		if (!focus) return
		const link = links().find((one) => one.dataset.id === row) ?? links()[0]
		link?.focus({ preventScroll: scroll > 0 })
		link?.scrollIntoView({ block: 'nearest' })
		useList.setState({ focus: false })
	}, [rows, stale])

	function move(event: KeyboardEvent) {
		if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
		const all = links()
		const at = all.indexOf(document.activeElement as HTMLAnchorElement)
		const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
		if (to !== undefined) {
			event.preventDefault()
			const link = all[Math.max(0, Math.min(to, all.length - 1))]
			link?.focus({ preventScroll: true })
			link?.scrollIntoView({ block: 'nearest' })
		} else if (event.key === 'PageDown' || event.key === 'PageUp') {
			event.preventDefault()
			onTurn(event.key === 'PageDown' ? 'next' : 'previous')
		}
	}

	function open(event: MouseEvent) {
		const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a.claims-row')
		if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
		event.preventDefault()
		useList.setState({ focus: true, row: link.dataset.id ?? null, scroll: box.current?.scrollTop ?? 0 })
		goTo({ screen: 'claim', id: String(link.dataset.id) })
	}

	const sayDate = (day: Day) => (day.date === '' ? t('list.undated') : day.date)
	return (
		<ul
			ref={box}
			className="claims-list"
			aria-label={t('list.title')}
			aria-busy={stale}
			style={{ ['--tracks' as never]: tracksOf(columns) }}
			onKeyDown={move}
			onClick={open}
			onFocus={(event) => {
				const id = (event.target as HTMLElement).dataset.id
				if (id && id !== current) useList.setState({ row: id })
			}}
			onScroll={(event) => useList.setState({ scroll: event.currentTarget.scrollTop })}
		>
			{groupByDay(rows).map((day) => (
				<li key={day.date} className="claims-day">
					<h2>
						<span>{sayDate(day)}</span>
						<small>
							{day.date === '' ? '' : sayDay(day.date, today, i18n.language)}
							{counts?.[day.date] === undefined ? null : (
								<>
									{day.date === '' ? '' : ' · '}
									{t('list.perDay', { count: counts[day.date] ?? 0 })}
								</>
							)}
						</small>
					</h2>
					<ul>
						{day.rows.map((row) => (
							<Row key={row.id} row={row} columns={columns} reach={row.id === reached} />
						))}
					</ul>
				</li>
			))}
		</ul>
	)
}
