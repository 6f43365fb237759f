import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay, formatMoment } from '~/lib/format-time';
import { subtractOre, sumOre } from '~/lib/money';
import type { DayTotal, Movement } from '~/modules/bookings/money-movements.queries.server';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { Table } from '../ui/table';
import { Tag, type TagTone } from '../ui/tag';

const REFUND_TONE = { pending: 'straw', sent: 'straw', succeeded: 'spruce', failed: 'red' } as const satisfies Record<string, TagTone>;

/** What came in and went out each day, and in all. */
export function DayTotals({ days }: { days: readonly DayTotal[] }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const money = (ore: number) => formatOre(ore, locale);
  const inOre = sumOre(days.map((day) => day.inOre));
  const outOre = sumOre(days.map((day) => day.outOre));
  return (
    <Table
      caption={t('payments.daysCaption')}
      hideCaption
      rows={days}
      rowKey={(day) => day.date}
      columns={[
        { key: 'day', header: t('payments.column.day'), rowHeader: true, cell: (day) => formatDay(day.date, locale) },
        { key: 'in', header: t('payments.column.in'), align: 'end', cell: (day) => money(day.inOre) },
        { key: 'out', header: t('payments.column.out'), align: 'end', cell: (day) => money(day.outOre) },
        { key: 'net', header: t('payments.column.net'), align: 'end', cell: (day) => money(subtractOre(day.inOre, day.outOre)) },
      ]}
      foot={
        <tr>
          <th scope="row">{t('payments.total')}</th>
          <td className="cell-end">{money(inOre)}</td>
          <td className="cell-end">{money(outOre)}</td>
          <td className="cell-end">{money(subtractOre(inOre, outOre))}</td>
        </tr>
      }
    />
  );
}

/** Each payment and refund, with the booking it belongs to. */
export function MovementTable({ movements, total }: { movements: readonly Movement[]; total: number }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  if (total === 0) return <EmptyState title={t('payments.empty')}>{t('payments.emptyText')}</EmptyState>;
  return (
    <Table
      caption={t('payments.caption', { count: total })}
      rows={movements}
      rowKey={(movement) => movement.id}
      stacked
      columns={[
        {
          key: 'booking',
          header: t('payments.column.booking'),
          rowHeader: true,
          cell: ({ bookingId, reference, roomName }) => (
            <a href={`/admin/bestillinger/${bookingId}`}>
              {reference}, {roomName}
            </a>
          ),
        },
        { key: 'when', header: t('payments.column.when'), cell: ({ at }) => formatMoment(at, locale) },
        { key: 'who', header: t('payments.column.who'), cell: ({ who }) => who },
        { key: 'kind', header: t('payments.column.kind'), cell: (movement) => <MovementKind movement={movement} /> },
        { key: 'state', header: t('payments.column.state'), cell: (movement) => <MovementState movement={movement} /> },
        { key: 'amount', header: t('payments.column.amount'), align: 'end', cell: ({ amountOre }) => formatOre(amountOre, locale) },
      ]}
    />
  );
}

function MovementKind({ movement }: { movement: Movement }) {
  const { t } = useTranslation('admin');
  const note =
    movement.kind === 'refund'
      ? t(`payments.refundReason.${movement.reason}`)
      : movement.invoiceNumber && t('payments.invoice', { number: movement.invoiceNumber });
  return (
    <span>
      {t(`payments.${movement.kind}`)}
      {note && <span className="cell-note">{note}</span>}
    </span>
  );
}

function MovementState({ movement }: { movement: Movement }) {
  const { t } = useTranslation('admin');
  if (movement.kind === 'payment') return <Tag tone="spruce">{t('payments.paid')}</Tag>;
  const { state, failureReason } = movement;
  return (
    <span>
      <Tag tone={REFUND_TONE[state]}>{t(`payments.refundState.${state}`)}</Tag>
      {failureReason && <span className="cell-note">{failureReason}</span>}
    </span>
  );
}
