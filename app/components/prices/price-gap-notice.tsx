import { useTranslation } from 'react-i18next';
import { formatMinute } from '~/lib/format-time';
import type { WeekRefusal } from '~/modules/pricing/price-change/price-week';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** That some time of the week was left without a price, and which. */
export function PriceGapNotice({ gap: { weekday, fromMinute, toMinute } }: { gap: Extract<WeekRefusal, { code: 'gap' }> }) {
  const { t } = useTranslation('roomPrices');
  const { t: settings } = useTranslation('settings');
  const locale = useLocale();
  const words = {
    day: settings(`weekday.${weekday as Weekday}`),
    from: formatMinute(fromMinute, locale),
    to: formatMinute(toMinute, locale),
  };
  return <Notice tone="danger" title={t('error.gap', words)} announce />;
}
