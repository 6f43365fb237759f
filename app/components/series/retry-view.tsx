import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import { choiceText } from '~/modules/bookings/changes/retry-choice';
import type { DateRefusal } from '~/modules/bookings/changes/decide-retry';
import type { RetryPreview, RetryRow } from '~/modules/bookings/changes/retry-preview.queries.server';
import { refusalText } from '../booking/refusal-text';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

type RetryViewProps = {
  preview: RetryPreview;
  requestKey: string;
  /** Why the last attempt came to nothing. */
  refusal: RetryViewRefusal | null;
};

export type RetryViewRefusal = DateRefusal | { code: 'not_allowed' | 'not_confirmed' | 'nothing_chosen' | 'shown_changed' | 'lost_race' };

/** Dates that could not be had, each with what can be had now, and one button for all that is chosen. */
export function RetryView({ preview, requestKey, refusal }: RetryViewProps) {
  const { t } = useTranslation('dates');
  const locale = useLocale();
  const why = useRefusalWords(preview.itemNames);
  const { bookingId, reference, rows, moreCount } = preview;
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('retry.title')}
        lead={t('retry.lead', { reference })}
        back={{ href: `/bestilling/${bookingId}`, label: t('retry.back') }}
      />
      {refusal && (
        <Notice tone="danger" title={t('refusal.title')} announce>
          <p>{why(refusal)}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState level={2} title={t('retry.none')}>
          {t('retry.noneText')}
        </EmptyState>
      ) : (
        <form method="post" className="stack" data-reload>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="vist" value={`${preview.count}:${preview.totalOre}`} />
          <input type="hidden" name="valgt" value="1" />
          <Table
            stacked
            caption={t('retry.caption')}
            hideCaption
            rows={rows}
            rowKey={({ occurrenceId }) => occurrenceId}
            columns={[
              {
                key: 'wanted',
                header: t('retry.wanted'),
                rowHeader: true,
                cell: ({ start, end, roomName }) => `${formatSpan(start, end, locale, { year: true })}, ${roomName}`,
              },
              { key: 'now', header: t('retry.now'), cell: (row) => <Now row={row} itemNames={preview.itemNames} /> },
              { key: 'choice', header: t('retry.choice'), cell: (row) => <Choice row={row} /> },
            ]}
          />
          {moreCount > 0 && <p className="small muted">{t('retry.more', { count: moreCount })}</p>}
          <Commit preview={preview} />
        </form>
      )}
    </div>
  );
}

function Now({ row: { same, refusal }, itemNames }: { row: RetryRow } & Pick<RetryPreview, 'itemNames'>) {
  const { t } = useTranslation('dates');
  const why = useRefusalWords(itemNames);
  const reason = refusal ?? (same.free ? null : same.refusal);
  return (
    <span className="series-refused">
      <Tag tone={same.free ? 'spruce' : 'red'}>{t(same.free ? 'retry.free' : 'retry.notFree')}</Tag>
      {reason && <span className="small">{why(reason)}</span>}
    </span>
  );
}

/** The wanted time when it is free, and what would do instead. */
function Choice({ row: { start, end, same, alternatives, chosen } }: { row: RetryRow }) {
  const { t } = useTranslation('dates');
  const locale = useLocale();
  if (!same.free && alternatives.length === 0) return '–';
  const others = alternatives.map((wish) => ({
    value: choiceText(wish),
    label: `${formatSpan(wish.slot.start, wish.slot.end, locale)}, ${wish.roomName}`,
  }));
  return (
    <Select
      name="valg"
      aria-label={t('retry.choiceLabel', { when: formatSpan(start, end, locale) })}
      defaultValue={chosen ? choiceText(chosen) : ''}
      options={[
        { value: '', label: t('retry.not') },
        ...(same.free ? [{ value: choiceText(same.wish), label: t('retry.same', { price: formatOre(same.totalOre, locale) }) }] : []),
        ...(others.length > 0 ? [{ label: t('retry.alternatives'), options: others }] : []),
      ]}
    />
  );
}

/** What it comes to, and the button; another choice shows its price first. */
function Commit({ preview: { count, totalOre, paymentMethod, paysNow } }: { preview: RetryPreview }) {
  const { t } = useTranslation('dates');
  const locale = useLocale();
  const total = formatOre(totalOre, locale);
  const byCard = paymentMethod === 'card' && totalOre > 0;
  return (
    <>
      <p className="series-sum" aria-live="polite">
        <b className="num">{count === 0 ? t('retry.nothing') : t('retry.sum', { count, total })}</b>
      </p>
      <div className="form-actions">
        {count > 0 && (
          <Button variant="primary" size="xl">
            {!byCard ? t('retry.book', { count }) : paysNow ? t('retry.pay', { total }) : t('retry.link')}
          </Button>
        )}
        <Button variant={count > 0 ? 'quiet' : 'primary'} formMethod="get">
          {t('retry.show')}
        </Button>
      </div>
      {count > 0 && byCard && paysNow && <p className="small muted">{t('retry.hold')}</p>}
      {paymentMethod === 'on_account' && <p className="small muted">{t('retry.account')}</p>}
      <p className="small muted">{t('retry.policy')}</p>
    </>
  );
}

/** A refusal of these dates in words: those of every booking, and the few of their own. */
function useRefusalWords(itemNames: RetryPreview['itemNames']) {
  const { t } = useTranslation('dates');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  return (refusal: RetryViewRefusal): string => {
    switch (refusal.code) {
      case 'not_allowed':
      case 'not_confirmed':
      case 'nothing_chosen':
      case 'shown_changed':
      case 'lost_race':
      case 'needs_answer':
      case 'not_refused':
        return t(`refusal.${refusal.code}`);
      default:
        return refusalText(refusal, { t: booking, locale, itemName: (id) => itemNames[id]?.[locale] ?? '' });
    }
  };
}
