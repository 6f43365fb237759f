import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClockSpan, formatDay } from '~/lib/format-time';
import { type SeriesDraft, seriesQuery } from '~/modules/bookings/series/series-draft';
import type { SeriesOutcome, SeriesPreview, SeriesRow } from '~/modules/bookings/series/series-preview.queries.server';
import { refusalText } from '../booking/refusal-text';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

type SeriesDatesProps = {
  preview: SeriesPreview;
  draft: SeriesDraft;
  /** The address of the page, without its query. */
  path: string;
};

type Line = { key: string; row: SeriesRow; outcome: (SeriesOutcome & { roomName: string }) | null; isFirst: boolean };

/** Every date of a series with what it costs, or why it cannot be had, and a way to leave it out. */
export function SeriesDates({ preview, draft, path }: SeriesDatesProps) {
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
        ...(draft.rom.length > 1
          ? [{ key: 'room', header: t('preview.room'), cell: ({ outcome }: Line) => outcome?.roomName ?? '–' }]
          : []),
        { key: 'price', header: t('preview.price'), cell: (line) => <Outcome line={line} /> },
        {
          key: 'step',
          header: t('preview.step'),
          align: 'end',
          cell: ({ row, isFirst }) =>
            row.slot && isFirst ? (
              <a
                href={`${path}?${seriesQuery(toggled(draft, row))}#datoer`}
                aria-label={t(row.skipped ? 'preview.takeInLabel' : 'preview.leaveOutLabel', { day: day(row) })}
              >
                {t(row.skipped ? 'preview.takeIn' : 'preview.leaveOut')}
              </a>
            ) : null,
        },
      ]}
    />
  );
}

function Outcome({ line: { row, outcome } }: { line: Line }) {
  const { t } = useTranslation('series');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  if (row.slot === null) return <>{t('preview.noSuchTime')}</>;
  if (row.skipped || outcome === null) return <Tag>{t('preview.leftOut')}</Tag>;
  if (outcome.free) {
    return (
      <span className="row-of">
        <Tag tone="spruce">{t('preview.free')}</Tag>
        <span className="num">{formatOre(outcome.totalOre, locale)}</span>
      </span>
    );
  }
  return (
    <span className="series-refused">
      <Tag tone="red">{t('preview.notFree')}</Tag>
      <span>{refusalText(outcome.refusal, { t: booking, locale, itemName: () => '' })}</span>
    </span>
  );
}

function toggled(draft: SeriesDraft, { date, skipped }: SeriesRow): SeriesDraft {
  return { ...draft, hopp: skipped ? draft.hopp.filter((one) => one !== date) : [...draft.hopp, date] };
}
