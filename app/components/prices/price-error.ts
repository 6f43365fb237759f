import { useTranslation } from 'react-i18next';
import { settingError } from '../settings/setting-errors';

const OWN = ['overlap', 'bad_time', 'bad_interval', 'unknown_vat'] as const;

/** What is wrong with a field of the form of prices; with the field's name, said so that it can stand alone. */
export function usePriceError(): (field: string, code: string | undefined) => string | undefined {
  const { t } = useTranslation('roomPrices');
  const { t: settings } = useTranslation('settings');
  return (field, code) => {
    if (code === undefined) return undefined;
    const own = OWN.find((known) => known === code);
    const days = code === 'missing' && field.startsWith('dager');
    const text = days ? t('error.days') : own ? t(`error.${own}`) : (settingError(code, settings) ?? '');
    const place = /\d+/.exec(field)?.[0];
    if (place !== undefined) return `${t('row', { number: Number(place) + 1 })}: ${text}`;
    const label = field === 'fraDato' || field === 'mva' ? t(field) : '';
    return label === '' ? text : `${label}: ${text}`;
  };
}
