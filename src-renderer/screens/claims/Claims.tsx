import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { mayEver } from '../../../shared/access/roles.ts'
import { errorOf, useAnswer } from '../../desk/queries.ts'
import { useAfter } from '../../parts/after.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Kbd } from '../../parts/Kbd.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { clearFilter, setFilter, turnTo, useList } from '../../state/list.ts'
import { usePref } from '../../state/prefs.ts'
import { goTo } from '../../state/route.ts'
import { useMe } from '../../state/session.ts'
import { useToday } from '../../state/today.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { ColumnChoice, ColumnHeads } from './ColumnHeads.tsx'
import { readColumns } from './columns.ts'
import { Filters } from './Filters.tsx'
import { Pager } from './Pager.tsx'
import { Rows } from './Rows.tsx'
import { SearchBox } from './SearchBox.tsx'
import './claims.css'
import '../../parts/pick.css'

const pageSize = 50
const none: never[] = []

/** The dated list: newest accident first, claims without a date on top. */
export function Claims() {
	const { t } = useTranslation()
	const me = useMe()
	const mayRead = mayEver(me, 'claim.read')
	const mayCreate = mayEver(me, 'claim.create')
	const filter = useList((list) => list.filter)
	const at = useList((list) => list.at)
	const today = useToday()
	const columns = readColumns(usePref('columns'))
	const page = useAnswer('claims.page', { filter, at, limit: pageSize }, { keep: true, enabled: mayRead })
	const rows = page.data?.rows ?? none
	const more = page.data?.more ?? { before: false, after: false }
	const first = rows[0]
	const count = useAnswer(
		'claims.count',
		{ filter, ...(first ? { above: first.key } : {}), days: [...new Set(rows.map((row) => row.accidentDate ?? ''))] },
		{ keep: true, enabled: page.data !== undefined && !page.isPlaceholderData },
	)
	const stale = useAfter(page.isPlaceholderData)
	const filtered = Object.keys(filter).length > 0
	const nothingYet = page.data?.rows.length === 0 && !filtered

	// Paging back has reached the top: what is shown is the first page, and stays it when newer claims come.
	useEffect(() => {
		if ('before' in at && page.data && !page.isPlaceholderData && !page.data.more.before) turnTo({ first: true })
	}, [at, page.data, page.isPlaceholderData])

	function turn(to: 'next' | 'previous' | 'first', focus = false) {
		const last = rows.at(-1)
		if (to === 'next' ? !more.after || !last : !more.before) return
		if (focus) useList.setState({ focus: true })
		if (to === 'first') turnTo({ first: true })
		else if (to === 'next' && last) turnTo({ after: last.key })
		else if (first) turnTo({ before: first.key })
	}

	const error = errorOf(page.error)
	const counts = count.isPlaceholderData ? undefined : count.data
	return (
		<div className="claims">
			<header className="claims-head">
				<h1>{t('list.title')}</h1>
				<SearchBox />
				{mayCreate && !nothingYet ? (
					<Button look="main" onPress={() => goTo({ screen: 'new', id: null })}>
						{t('frame.newClaim')}
						<span aria-hidden="true">
							<Kbd keys="n" />
						</span>
					</Button>
				) : null}
			</header>
			<div className="claims-narrow">
				<Filters today={today} />
				<ActiveFilters />
			</div>
			<div className="claims-bar">
				<ColumnHeads columns={columns} />
				<ColumnChoice columns={columns} />
			</div>
			<div className={stale ? 'claims-body claims-stale' : 'claims-body'}>
				{error && rows.length === 0 ? (
					<div className="claims-error">
						<ErrorBanner
							error={error}
							actions={<Button onPress={() => void page.refetch()}>{t('frame.retry')}</Button>}
						/>
					</div>
				) : !mayRead ? (
					<EmptyState title={t('list.title')}>{t('list.empty.administrator')}</EmptyState>
				) : page.data === undefined ? (
					<Skeleton rows={12} />
				) : rows.length > 0 ? (
					<Rows
						rows={rows}
						columns={columns}
						counts={counts?.days}
						today={today}
						stale={page.isPlaceholderData}
						onTurn={(to) => turn(to, true)}
					/>
				) : filtered ? (
					<EmptyState
						title={t('list.noMatch.title')}
						actions={
							<>
								<Button onPress={clearFilter}>{t('list.noMatch.clear')}</Button>
								{filter.archived ? null : (
									<Button onPress={() => setFilter({ archived: true })}>{t('list.noMatch.archive')}</Button>
								)}
							</>
						}
					>
						{t('list.noMatch.body')}
					</EmptyState>
				) : (
					<EmptyState
						title={t('list.empty.title')}
						actions={
							mayCreate ? (
								<Button look="main" onPress={() => goTo({ screen: 'new', id: null })}>
									{t('frame.newClaim')}
								</Button>
							) : null
						}
					>
						{t('list.empty.body')}
					</EmptyState>
				)}
			</div>
			<p className="for-readers" role="status">
				{filtered && counts ? t('list.found', { count: counts.total }) : ''}
			</p>
			<Pager
				shown={rows.length}
				above={counts?.above}
				total={counts?.total}
				more={more}
				today={today}
				onTurn={(to) => turn(to)}
			/>
		</div>
	)
}
