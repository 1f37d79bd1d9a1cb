import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ClaimEvent, ClaimView } from '../../../shared/desk-api/claims.ts'
import { ask, errorOf } from '../../desk/queries.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { stampTime } from '../../parts/form/calendar-words.ts'
import { ShownText } from '../../parts/ShownText.tsx'
import { en } from '../../words/en.ts'
import { Part } from './SectionPart.tsx'
import { fieldWord, useShowValue } from './show-value.ts'
import { vehicleName } from './vehicle-name.ts'

/** Fields that say how a record is filed and nothing about the case. */
const filing = new Set([
	'id',
	'claimId',
	'position',
	'createdBy',
	'createdByName',
	'createdAt',
	'city',
	'claimNo',
	'timeZone',
	'at',
	'by',
	'byName',
	'estimateBy',
	'assignedTo',
])

/** Who changed what, from what to what: newest first, older ones on request. */
export function HistoryPart({ view }: { view: ClaimView }) {
	const { t } = useTranslation()
	const pages = useInfiniteQuery({
		queryKey: ['claims.history', view.id],
		queryFn: ({ pageParam }) =>
			ask('claims.history', { id: view.id, ...(pageParam === null ? {} : { before: pageParam }) }),
		initialPageParam: null as number | null,
		getNextPageParam: (page) => (page.more ? (page.events.at(-1)?.seq ?? null) : null),
	})
	const error = errorOf(pages.error)
	return (
		<Part title={t('claim.section.history')}>
			{error ? <ErrorBanner error={error} /> : null}
			<ol className="history">
				{pages.data?.pages
					.flatMap((page) => page.events)
					.map((event) => (
						<Event key={event.seq} event={event} view={view} />
					))}
			</ol>
			{pages.hasNextPage ? (
				<Button small busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
					{t('claim.history.older')}
				</Button>
			) : null}
		</Part>
	)
}

function Event({ event, view }: { event: ClaimEvent; view: ClaimView }) {
	const { t } = useTranslation()
	const show = useShowValue(view.currency)
	const value = (field: string, given: unknown) =>
		field === 'vehicleId' && typeof given === 'string'
			? vehicleName(view.vehicles, given, t) || show(field, null)
			: show(field, given)
	const tableWord = (table: string) =>
		Object.hasOwn(en.claim.history.table, table) ? t(`claim.history.table.${table as 'claim'}`) : table
	return (
		<li>
			<p className="event-head">
				<strong>{t(`claim.history.${event.kind}`)}</strong> <bdi>{event.byName}</bdi>
				<time className="dim" dateTime={event.at}>
					{stampTime(event.at)}
				</time>
			</p>
			<ul>
				{event.changes.map((change) => {
					const what = [tableWord(change.table), change.label].filter((one) => one !== '').join(' ')
					const fields = change.fields.filter(
						({ field, from, to }) => !filing.has(field) && show(field, from) !== show(field, to),
					)
					if (change.op === 'del')
						return (
							<li key={change.id}>
								<ShownText text={t('claim.history.removed', { what })} />
							</li>
						)
					return (
						<li key={change.id}>
							{change.table === 'claim' ? null : (
								<span className="dim">
									<ShownText text={change.op === 'add' ? t('claim.history.added', { what }) : what} />
								</span>
							)}
							{change.table === 'note' || (change.op === 'add' && change.table !== 'claim')
								? null
								: fields.map(({ field, from, to }) => (
										<p key={field} className="event-field">
											<span className="dim">{fieldWord(t, field)}</span>{' '}
											{change.op === 'add' ? null : (
												<>
													<del>
														<ShownText text={value(field, from)} />
													</del>{' '}
													<span aria-hidden="true">→</span>{' '}
												</>
											)}
											<ins>
												<ShownText text={value(field, to)} />
											</ins>
										</p>
									))}
						</li>
					)
				})}
			</ul>
		</li>
	)
}
