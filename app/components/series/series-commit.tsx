import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { seriesQuery } from '~/modules/bookings/series/series-draft';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { RadioCards } from '../ui/radio-cards';

type SeriesCommitProps = { page: SeriesPage; path: string };

/** What it comes to, the choice between some and all, and the one button. */
export function SeriesCommit({ page: { preview, draft, payers, requestKey }, path }: SeriesCommitProps) {
  const { t } = useTranslation('series');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  if (!preview) return null;
  const { freeCount, askedCount, totalOre, supportOre } = preview;
  if (freeCount === 0) {
    return (
      <Notice tone="warning" title={t('preview.noneFree')}>
        <p>{t('preview.noneFreeText')}</p>
      </Notice>
    );
  }
  const allFree = freeCount === askedCount;
  const onAccount = payers.some((payer) => payer.onAccount && payer.value === draft.betaler);
  const total = formatOre(totalOre, locale);
  return (
    <form method="post" action={`${path}?${seriesQuery(draft)}`} className="series-commit stack" data-reload>
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="totalOre" value={totalOre} />
      <p className="series-sum">
        <span>{allFree ? t('preview.allFree', { count: askedCount }) : t('preview.someFree', { free: freeCount, count: askedCount })}</span>
        <b className="num">{t('preview.totalIs', { total })}</b>
      </p>
      {supportOre > 0 && <p className="small muted">{t('preview.support', { amount: formatOre(supportOre, locale) })}</p>}
      <RadioCards
        name="choice"
        legend={t('preview.choice')}
        defaultValue={allFree ? 'all' : 'free'}
        options={[
          {
            value: 'free',
            title: allFree ? t('preview.bookWhatever') : t('preview.bookFree', { count: freeCount }),
            text: t('preview.bookFreeText'),
          },
          {
            value: 'all',
            title: t('preview.onlyAll'),
            text: allFree ? t('preview.onlyAllText') : t('preview.onlyAllNot'),
            disabled: !allFree,
          },
        ]}
      />
      <p className="small muted">{t('preview.policy')}</p>
      <div className="form-actions">
        <Button variant="primary" size="xl">
          {onAccount ? t('preview.bookOnAccount') : totalOre === 0 ? t('preview.book') : t('preview.pay', { price: total })}
        </Button>
        {preview.mayShare && (
          <Button name="videre" value="deling">
            {booking('bookingPage.split')}
          </Button>
        )}
      </div>
      {!onAccount && totalOre > 0 && <p className="small muted">{t('preview.hold')}</p>}
    </form>
  );
}
