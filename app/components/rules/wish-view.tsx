import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import type { WishRefusal } from '~/modules/bookings/rules/wish';
import type { WishPage } from '~/modules/bookings/rules/wish-page.queries.server';
import { refusalText } from '../booking/refusal-text';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { Notice } from '../ui/notice';

type WishViewProps = { page: WishPage; slot: Interval; bookPath: string; refusal: WishRefusal | null };

/** The time that was wanted, the rule that stands in its way, and the one button. */
export function WishView({ page, slot, bookPath, refusal }: WishViewProps) {
  const { t } = useTranslation('rules');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  const { roomName, rule, told } = page;
  const open = !told && refusal === null;
  const items = [
    { term: t('wish.room'), value: roomName },
    { term: t('wish.when'), value: formatSpan(slot.start, slot.end, locale, { year: true }) },
    ...(rule && refusal?.code !== 'not_a_rule'
      ? [{ term: t('wish.rule'), value: refusalText(rule, { t: booking, locale, itemName: () => '' }) }]
      : []),
  ];
  return (
    <div className="wrap page page-letter stack">
      <PageHead
        title={t('wish.title')}
        lead={open ? t('wish.lead', { room: roomName }) : undefined}
        back={{ href: bookPath, label: t('wish.back') }}
      />
      {told && (
        <Notice tone="success" title={t('wish.told')} announce>
          {t('wish.toldText')}
        </Notice>
      )}
      {!told && refusal && (
        <Notice
          tone="warning"
          title={t(`wish.refusal.${refusal.code}`, { limit: refusal.code === 'too_many' ? refusal.limit : 0 })}
          announce
        />
      )}
      <DescriptionList items={items} />
      {open ? (
        <form method="post" className="stack" data-reload>
          <p className="prose">{t('wish.how')}</p>
          <div className="form-actions">
            <Button variant="primary">{t('wish.submit')}</Button>
          </div>
        </form>
      ) : (
        <div className="form-actions">
          <ButtonLink variant="primary" href={bookPath}>
            {t('wish.back')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
