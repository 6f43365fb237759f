import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';

/** Somebody else was first: what was typed still stands, and saving once more is meant. */
export function StaleNotice() {
  const { t } = useTranslation('settings');
  return (
    <Notice tone="danger" title={t('stale.title')} announce>
      {t('stale.text')}
    </Notice>
  );
}
