import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { SharePage } from '~/modules/bookings/split/share-page.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { paymentProblem } from './payment-problem';
import { SplitFacts } from './split-facts';

type ShareViewProps = { page: SharePage; receiptHref: string; refusal: string | null; receiptMissing: boolean };

const TONES = { pending: 'info', paid: 'success', confirmed: 'success', covered: 'info', given_up: 'warning', over: 'warning' } as const;

/** One share, for whoever has its link: who asks, what for, how much, until when, and what happens otherwise. */
export function ShareView({ page, receiptHref, refusal, receiptMissing }: ShareViewProps) {
  const { t } = useTranslation('split');
  const locale = useLocale();
  const { standing, booking, amountOre, deadline, paidCount, count } = page;
  const organiser = page.organiser || t('share.somebody');
  const amount = formatOre(amountOre, locale);
  const words = {
    organiser,
    amount,
    room: booking.roomName,
    deadline: formatMoment(deadline, locale),
    paid: paidCount,
    of: count,
    left: count - paidCount,
  };
  const problem = standing === 'to_pay' ? paymentProblem(refusal) : null;
  return (
    <div className="wrap page page-letter stack">
      <PageHead title={t('share.title', words)} lead={t('share.lead', { ...words, name: page.name })} />
      {problem && <Notice tone="danger" title={t(`problem.${problem}`)} announce />}
      {receiptMissing && <Notice tone="warning" title={t('share.receiptMissing')} announce />}
      {standing !== 'to_pay' && (
        <Notice tone={TONES[standing]} title={t(`share.noticeTitle.${standing}`, words)}>
          <p>{t(`share.notice.${standing}`, words)}</p>
        </Notice>
      )}
      <SplitFacts
        booking={booking}
        more={[
          { term: t('facts.share'), value: <b className="num">{amount}</b> },
          ...(standing === 'to_pay' ? [{ term: t('facts.deadline'), value: words.deadline }] : []),
          { term: t('facts.paid'), value: t('facts.paidOf', words) },
        ]}
      />
      {standing === 'to_pay' && (
        <form method="post" className="stack" data-reload>
          <Button variant="primary" size="xl" wide>
            {t('share.pay', words)}
          </Button>
          <p className="small muted">{t('share.promise', words)}</p>
        </form>
      )}
      {page.hasReceipt && (
        <p>
          <a href={receiptHref} data-reload>
            {t('share.receipt')}
          </a>
        </p>
      )}
    </div>
  );
}
