import { useTranslation } from 'react-i18next';
import { formatTenths } from '~/lib/format-index';
import { formatMonth } from '~/lib/format-time';
import type { ShownAlarm } from '~/modules/leases/price-index/price-index.queries.server';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';

/** What was wrong with the last reading of the index, and that nothing of it was taken. */
export function IndexAlarmNotice({ alarm, announce }: { alarm: ShownAlarm; announce: boolean }) {
  const { t } = useTranslation('priceIndex');
  const words = useAlarmWords(alarm);
  return (
    <Notice tone={alarm.code === 'unreachable' ? 'warning' : 'danger'} title={words.title} announce={announce}>
      <p>{words.text}</p>
      <p>{t('alarm.kept')}</p>
    </Notice>
  );
}

function useAlarmWords(alarm: ShownAlarm): { title: string; text: string } {
  const { t } = useTranslation('priceIndex');
  const locale = useLocale();
  switch (alarm.code) {
    case 'unreachable':
      return { title: t('alarm.unreachable'), text: t('alarm.unreachableText') };
    case 'unreadable':
      return { title: t('alarm.unreadable'), text: t('alarm.unreadableText') };
    case 'other_base':
      return { title: t('alarm.other_base'), text: t('alarm.other_baseText') };
    case 'outdated': {
      const text = alarm.month ? t('alarm.outdatedText', { month: formatMonth(alarm.month, locale) }) : t('alarm.outdatedEmpty');
      return { title: t('alarm.outdated'), text };
    }
    case 'jump': {
      const values = { from: formatTenths(alarm.from, locale), to: formatTenths(alarm.to, locale) };
      return { title: t('alarm.jump', { month: formatMonth(alarm.month, locale) }), text: t('alarm.jumpText', values) };
    }
    case 'changed': {
      const read = alarm.read === null ? t('alarm.gone') : formatTenths(alarm.read, locale);
      const month = formatMonth(alarm.month, locale);
      const title = t('alarm.changed', { month: month.charAt(0).toUpperCase() + month.slice(1) });
      return { title, text: t('alarm.changedText', { known: formatTenths(alarm.known, locale), read }) };
    }
  }
}
