import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import { VisuallyHidden } from '../ui/visually-hidden';

/** Finds a booking from any page of the desk. */
export function DeskSearch() {
  const { t } = useTranslation('admin');
  return (
    <form className="desk-search" role="search" method="get" action="/admin/bestillinger">
      <Icon name="search" />
      <input type="search" name="sok" maxLength={100} aria-label={t('nav.search')} placeholder={t('nav.search')} />
      <button type="submit">
        <VisuallyHidden>{t('nav.searchButton')}</VisuallyHidden>
        <Icon name="arrow-right" />
      </button>
    </form>
  );
}
