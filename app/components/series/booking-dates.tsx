import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatSpan } from '~/lib/format-time';
import type { OccurrenceState } from '~/modules/bookings/booking';
import type { BookingDate, BookingDates as Dates } from '~/modules/bookings/series/booking-dates.queries.server';
import { whenWords } from '~/modules/bookings/series/commitment-words';
import { refusalText } from '../booking/refusal-text';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Pagination } from '../ui/pagination';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag, type TagTone } from '../ui/tag';

type BookingDatesProps = {
  dates: Dates;
  /** The address of the page with a query begun, to which a page number is added. */
  path: string;
  /** The address where a date is called off; null when nothing can be. */
  cancelPath: string | null;
  /** The address where dates that could not be had are tried again; null when they cannot be. */
  retryPath: string | null;
  /** The address where a date is given back to be credited; null where none can be. */
  releasePath: string | null;
  /** The address where a date of a series is moved, alone or with those that follow; null when none can be. */
  movePath: string | null;
  now: Date;
};

const TONES: Readonly<Record<OccurrenceState, TagTone>> = {
  held: 'straw',
  requested: 'straw',
  confirmed: 'spruce',
  completed: 'plain',
  no_show: 'plain',
  cancelled: 'red',
  released: 'plain',
  declined: 'red',
  lapsed: 'plain',
  refused: 'red',
};

/** All dates of a series or a project, and what has become of each. */
export function BookingDates({ dates, path, cancelPath, movePath, retryPath, releasePath, now }: BookingDatesProps) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  const { items, total, page, pageCount, firstNumber, refusedAhead, movedCount, skipped, nonexistent } = dates;
  const days = (list: Dates['skipped']) => list.map((date) => formatDay(date, locale)).join(', ');
  return (
    <section className="section" aria-labelledby="datoer">
      <SectionHeader id="datoer" title={t('dates.title')} />
      <p className="num">{whenWords(dates, t, locale)}</p>
      <Pick path={cancelPath} any={items.some((date) => isAhead(date, now))}>
        <Table
          stacked
          caption={t('dates.caption')}
          hideCaption
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'when',
              header: t('dates.when'),
              rowHeader: true,
              cell: (date) => {
                const when = formatSpan(date.start, date.end, locale, { year: true });
                if (cancelPath === null || !isAhead(date, now)) return when;
                return (
                  <label className="date-check">
                    <input type="checkbox" name="dato" value={date.id} />
                    <span>{when}</span>
                  </label>
                );
              },
            },
            { key: 'where', header: t('dates.where'), cell: ({ roomName }) => roomName },
            { key: 'state', header: t('dates.state'), cell: (date) => <State date={date} itemNames={dates.itemNames} /> },
            {
              key: 'step',
              header: t('dates.step'),
              align: 'end',
              cell: (date) => <Step date={date} paths={{ cancelPath, movePath, retryPath, releasePath }} now={now} />,
            },
          ]}
        />
      </Pick>
      {movedCount > 0 && dates.rule && <p className="small muted">{t('dates.movedCount', { count: movedCount })}</p>}
      {retryPath !== null && refusedAhead > 0 && (
        <p className="series-gap">
          <a href={retryPath}>{t('dates.retryAll', { count: refusedAhead })}</a>
        </p>
      )}
      {skipped.length > 0 && <p className="small muted">{t('dates.skipped', { days: days(skipped) })}</p>}
      {nonexistent.length > 0 && <p className="small muted">{t('dates.nonexistent', { days: days(nonexistent) })}</p>}
      {pageCount > 1 && (
        <Pagination
          label={t('dates.pages')}
          previous={page > 1 ? { label: t('dates.previous'), href: `${path}side=${page - 1}#datoer` } : undefined}
          next={page < pageCount ? { label: t('dates.following'), href: `${path}side=${page + 1}#datoer` } : undefined}
          status={t('dates.status', { from: firstNumber, to: firstNumber + items.length - 1, count: total })}
        />
      )}
    </section>
  );
}

function isAhead({ state, start }: BookingDate, now: Date): boolean {
  return state === 'confirmed' && start > now;
}

/** Dates that are ticked lead on to where they are called off together; nothing happens before that is confirmed. */
function Pick({ path, any, children }: { path: string | null; any: boolean; children: ReactNode }) {
  const { t } = useTranslation('pickDates');
  if (path === null || !any) return <>{children}</>;
  return (
    <form method="get" action={path}>
      <input type="hidden" name="velg" value="1" />
      {children}
      <p className="series-gap">
        <Button>{t('pick')}</Button>
      </p>
    </form>
  );
}

function Step({
  date: { id, state, start, end },
  paths: { cancelPath, movePath, retryPath, releasePath },
  now,
}: {
  date: BookingDate;
  paths: Pick<BookingDatesProps, 'cancelPath' | 'movePath' | 'retryPath' | 'releasePath'>;
  now: Date;
}) {
  const { t } = useTranslation('series');
  const { t: given } = useTranslation('released');
  const locale = useLocale();
  const when = formatSpan(start, end, locale);
  if (start <= now) return null;
  if (state === 'confirmed') {
    return (
      <span className="date-steps">
        {movePath !== null && (
          <a href={`${movePath}?dato=${id}`} aria-label={t('dates.moveLabel', { when })}>
            {t('dates.move')}
          </a>
        )}
        {releasePath !== null && (
          <a href={`${releasePath}?dato=${id}`} aria-label={given('linkLabel', { when })}>
            {given('link')}
          </a>
        )}
        {cancelPath !== null && (
          <a href={`${cancelPath}?dato=${id}`} aria-label={t('cancel.linkLabel', { when })}>
            {t('cancel.link')}
          </a>
        )}
      </span>
    );
  }
  if (retryPath === null || state !== 'refused') return null;
  return (
    <a href={`${retryPath}?dato=${id}`} aria-label={t('dates.retryLabel', { when })}>
      {t('dates.retry')}
    </a>
  );
}

function State({ date: { state, refusal, isReleased }, itemNames }: { date: BookingDate } & Pick<Dates, 'itemNames'>) {
  const { t: given } = useTranslation('released');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  return (
    <span className="series-refused">
      {isReleased ? <Tag tone="straw">{given('list.tag')}</Tag> : <StateOfDate state={state} />}
      {refusal && (
        <span className="small">{refusalText(refusal, { t: booking, locale, itemName: (id) => itemNames[id]?.[locale] ?? '' })}</span>
      )}
    </span>
  );
}

/** What has become of one date, as a tag. */
export function StateOfDate({ state }: { state: OccurrenceState }) {
  const { t } = useTranslation('series');
  return <Tag tone={TONES[state]}>{t(`dates.stateName.${state}`)}</Tag>;
}
