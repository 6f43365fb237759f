import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatRelative, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { DeskItem } from '~/modules/bookings/desk.queries.server';
import { isRequestItem, type RequestItem, RequestItemAction, requestItemWords } from '../request/request-item';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import type { IconName } from '../ui/icon-shapes';
import { SectionHeader } from '../ui/section-header';
import { differenceTitle } from './difference-title';
import { type HostItem, HostItemAction, hostItemWords, isHostItem } from './host-item';
import { InboxList } from './inbox-list';

const ICONS: Readonly<Record<DeskItem['kind'], IconName>> = {
  payment_difference: 'coin',
  refund: 'coin',
  mail_failed: 'mail',
  job_stuck: 'wrench',
  damage_reported: 'wrench',
  lock_silent: 'lock',
  request_waiting: 'calendar',
  request_message: 'mail',
  booking_in_closed_room: 'alert',
};

/** Everything that needs a human, the longest waiting first; a room that is closed for its guests is the most urgent. */
export function DeskInbox({ items, now }: { items: readonly DeskItem[]; now: Date }) {
  const { t } = useTranslation('admin');
  const { t: hosting } = useTranslation('hosting');
  const { t: approval } = useTranslation('approval');
  const locale = useLocale();
  const hottest = items.find((item) => item.kind === 'booking_in_closed_room') ?? items[0];
  const sorted = hottest ? [hottest, ...items.filter((item) => item !== hottest)] : [];
  return (
    <section aria-labelledby="inbox">
      <SectionHeader id="inbox" title={t('desk.inbox')} />
      {sorted.length === 0 ? (
        <EmptyState title={t('desk.inboxEmpty')}>{t('desk.inboxEmptyText')}</EmptyState>
      ) : (
        <InboxList
          label={t('desk.inbox')}
          items={sorted.map((item) => ({
            key: item.key,
            icon: ICONS[item.kind],
            ...(isHostItem(item)
              ? hostItemWords(item, hosting, locale)
              : isRequestItem(item)
                ? requestItemWords(item, approval, locale)
                : wordsFor(item, t, locale)),
            since: formatRelative(item.since, now, locale),
            dateTime: item.since.toISOString(),
            action: isHostItem(item) ? (
              <HostItemAction item={item} hot={item === hottest} />
            ) : isRequestItem(item) ? (
              <RequestItemAction item={item} hot={item === hottest} />
            ) : (
              <ItemAction item={item} hot={item === hottest} />
            ),
            hot: item === hottest,
          }))}
        />
      )}
    </section>
  );
}

/** What it is, and why it needs a human. */
function wordsFor(
  item: Exclude<DeskItem, HostItem | RequestItem>,
  t: TFunction<'admin'>,
  locale: Locale,
): { title: string; text: ReactNode } {
  switch (item.kind) {
    case 'payment_difference':
      return { title: differenceTitle(item.difference, t), text: differenceText(item.difference, t) };
    case 'refund': {
      const amount = formatOre(item.amountOre, locale);
      const title = t(item.failure === null ? 'inbox.refundWaiting' : 'inbox.refundFailed', { who: item.who });
      return {
        title,
        text: (
          <>
            {item.failure ? t('inbox.refundTextReason', { amount, reason: item.failure }) : t('inbox.refundText', { amount })}{' '}
            {item.failure !== null && <a href={`/admin/bestillinger/${item.bookingId}`}>{t('inbox.seeBooking')}</a>}
          </>
        ),
      };
    }
    case 'mail_failed':
      return {
        title: t('inbox.mailFailed', item),
        text: item.error ? t('inbox.mailTextError', { error: short(item.error) }) : t('inbox.mailText'),
      };
    case 'job_stuck': {
      const tries = t('inbox.jobText', { count: item.attempts });
      return { title: t('inbox.jobStuck', item), text: item.error ? t('inbox.jobTextError', { tries, error: short(item.error) }) : tries };
    }
    case 'booking_in_closed_room': {
      const when = formatSpan(item.slot.start, item.slot.end, locale);
      const reason = locale === 'nb' ? item.reasonNb : item.reasonEn;
      const text = item.settleAt
        ? t('inbox.closedRoomUnanswered', { when, reason, moment: formatMoment(item.settleAt, locale) })
        : t('inbox.closedRoomText', { when, reason });
      return { title: t('inbox.closedRoom', { who: item.who, room: item.roomName }), text };
    }
  }
}

function differenceText(kind: string, t: TFunction<'admin'>): string {
  if (kind === 'late_payment_refunded') return t('inbox.lateText');
  if (kind === 'double_payment') return t('inbox.doubleText');
  return t('inbox.differenceText');
}

/** The first line of a fault, cut. */
function short(error: string): string {
  const line = error.split('\n', 1)[0] ?? '';
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}

function ItemAction({ item, hot }: { item: Exclude<DeskItem, HostItem | RequestItem>; hot: boolean }) {
  const { t } = useTranslation('admin');
  const variant = hot ? 'primary' : 'secondary';
  switch (item.kind) {
    case 'payment_difference':
      return (
        <ButtonLink variant={variant} href={`/admin/betalinger#${item.key}`}>
          {t('inbox.seeDifference')}
        </ButtonLink>
      );
    case 'refund':
      return item.failure === null ? (
        <ButtonLink variant={variant} href={`/admin/bestillinger/${item.bookingId}`}>
          {t('inbox.seeBooking')}
        </ButtonLink>
      ) : (
        <form method="post" action="/admin?index" className="inbox-choices">
          <input type="hidden" name="refund" value={item.key} />
          <Button variant={variant} name="step" value="retry">
            {t('inbox.retry')}
          </Button>
          <Button name="step" value="settle">
            {t('inbox.settleRefund')}
          </Button>
        </form>
      );
    case 'mail_failed':
      return (
        <ButtonLink variant={variant} href={`/admin/bestillinger?sok=${encodeURIComponent(item.recipient)}`}>
          {t('inbox.findPerson')}
        </ButtonLink>
      );
    case 'job_stuck':
      return (
        <form method="post" action="/admin?index">
          <Button variant={variant} name="job" value={item.key}>
            {t('inbox.retry')}
          </Button>
        </form>
      );
    case 'booking_in_closed_room':
      return item.settleAt ? (
        <ButtonLink variant={variant} href={`/admin/stengninger/${item.planId}`}>
          {t('inbox.seeClosure')}
        </ButtonLink>
      ) : (
        <ButtonLink variant={variant} href={`/admin/bestillinger/${item.bookingId}#avbestill`}>
          {t('inbox.cancel')}
        </ButtonLink>
      );
  }
}
