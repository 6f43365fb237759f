import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClockSpan, formatDay } from '~/lib/format-time';
import type { SeriesOutcome, SeriesPreview, SeriesRow } from '~/modules/bookings/series/series-preview.queries.server';
import { refusalText } from '../booking/refusal-text';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

type SeriesDatesProps = {
  preview: SeriesPreview;
  /** More than one is told for each date. */
  roomCount: number;
  itemName: (itemId: string) => string;
  /** Leaves a date out, or takes it in again; named for whoever hears it read. */
  step: (row: SeriesRow, words: { text: string; label: string }) => ReactNode;
};

type Line = { key: string; row: SeriesRow; outcome: (SeriesOutcome & { roomName: string }) | null; isFirst: boolean };

/** Every date of a series with what it costs, or why it cannot be had, and a way to leave it out. */
export function SeriesDates({ preview, roomCount, itemName, step }: SeriesDatesProps) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  const lines = preview.rows.flatMap((row): Line[] =>
    row.rooms.length === 0
      ? [{ key: row.date, row, outcome: null, isFirst: true }]
      : row.rooms.map((outcome, index) => ({ key: `${row.date} ${outcome.roomSlug}`, row, outcome, isFirst: index === 0 })),
  );
  const day = (row: SeriesRow) => formatDay(row.date, locale, { year: true });
  return (
    <Table
      stacked
      caption={t('preview.caption')}
      hideCaption
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'date', header: t('preview.date'), rowHeader: true, cell: ({ row }) => day(row) },
        {
          key: 'time',
          header: t('preview.time'),
          cell: ({ row }) => (row.slot ? formatClockSpan(row.slot.start, row.slot.end, locale) : '–'),
        },
        ...(roomCount > 1 ? [{ key: 'room', header: t('preview.room'), cell: ({ outcome }: Line) => outcome?.roomName ?? '–' }] : []),
        { key: 'price', header: t('preview.price'), cell: (line) => <Outcome line={line} itemName={itemName} /> },
        {
          key: 'step',
          header: t('preview.step'),
          align: 'end',
          cell: ({ row, isFirst }) =>
            row.slot && isFirst
              ? step(row, {
                  text: t(row.skipped ? 'preview.takeIn' : 'preview.leaveOut'),
                  label: t(row.skipped ? 'preview.takeInLabel' : 'preview.leaveOutLabel', { day: day(row) }),
                })
              : null,
        },
      ]}
    />
  );
}

function Outcome({ line: { row, outcome }, itemName }: { line: Line } & Pick<SeriesDatesProps, 'itemName'>) {
  const { t } = useTranslation('series');
  const { t: form } = useTranslation('seriesForm');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  if (row.slot === null) return <>{t('preview.noSuchTime')}</>;
  if (row.skipped || outcome === null) return <Tag>{t('preview.leftOut')}</Tag>;
  if (outcome.free) {
    return (
      <span className="series-refused">
        <Tag tone="spruce">{t('preview.free')}</Tag>
        <span className="num">{formatOre(outcome.totalOre, locale)}</span>
        {outcome.nearby.map(({ start, loudness }) => (
          <span key={start.getTime()} className="small">
            {form(loudness === 'quiet' ? 'near.quiet' : 'near.loud')}
          </span>
        ))}
      </span>
    );
  }
  return (
    <span className="series-refused">
      <Tag tone="red">{t('preview.notFree')}</Tag>
      <span>{refusalText(outcome.refusal, { t: booking, locale, itemName })}</span>
    </span>
  );
}

/** What is to be known of next door, summed over the dates. */
export function NearbyNotes({ preview: { nearbyDates } }: Pick<SeriesDatesProps, 'preview'>) {
  const { t } = useTranslation('seriesForm');
  return (
    <>
      {nearbyDates.quiet > 0 && <Notice tone="warning" title={t('near.quietDates', { count: nearbyDates.quiet })} />}
      {nearbyDates.loud > 0 && <Notice tone="warning" title={t('near.loudDates', { count: nearbyDates.loud })} />}
    </>
  );
}
