import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';

/** Said once, after what was asked for has become true. */
export function ChangeMade() {
  const { t } = useTranslation('change');
  return (
    <Notice tone="success" title={t('made.title')} announce>
      <p>{t('made.text')}</p>
    </Notice>
  );
}
