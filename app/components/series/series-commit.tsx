import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { seriesQuery } from '~/modules/bookings/series/series-draft';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import type { SeriesPreview } from '~/modules/bookings/series/series-preview.queries.server';
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
  const { freeCount, totalOre } = preview;
  if (freeCount === 0) return <NoneFree />;
  const onAccount = payers.some((payer) => payer.onAccount && payer.value === draft.betaler);
  return (
    <form method="post" action={`${path}?${seriesQuery(draft)}`} className="series-commit stack" data-reload>
      <input type="hidden" name="requestKey" value={requestKey} />
      <SeriesChoice preview={preview} />
      <div className="form-actions">
        <Button variant="primary" size="xl">
          {onAccount
            ? t('preview.bookOnAccount')
            : totalOre === 0
              ? t('preview.book')
              : t('preview.pay', { price: formatOre(totalOre, locale) })}
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

export function NoneFree() {
  const { t } = useTranslation('series');
  return (
    <Notice tone="warning" title={t('preview.noneFree')}>
      <p>{t('preview.noneFreeText')}</p>
    </Notice>
  );
}

/** What is booked of the dates that were shown, and for how much. */
export function SeriesChoice({ preview: { freeCount, askedCount, totalOre, supportOre } }: { preview: SeriesPreview }) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  const allFree = freeCount === askedCount;
  return (
    <>
      <input type="hidden" name="totalOre" value={totalOre} />
      <p className="series-sum">
        <span>{allFree ? t('preview.allFree', { count: askedCount }) : t('preview.someFree', { free: freeCount, count: askedCount })}</span>
        <b className="num">{t('preview.totalIs', { total: formatOre(totalOre, locale) })}</b>
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
    </>
  );
}
