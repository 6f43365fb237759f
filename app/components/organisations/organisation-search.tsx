import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button';
import { TextField } from '../ui/text-input';

/** Finds an organisation by name or number; what is looked for stands in the address. */
export function OrganisationSearch({ search }: { search: string }) {
  const { t } = useTranslation('organisations');
  return (
    <form className="desk-filter no-print" method="get" action="/admin/organisasjoner" role="search" aria-label={t('title')} key={search}>
      <TextField
        id="organisation-search"
        className="desk-filter-wide"
        name="q"
        type="search"
        label={t('search')}
        defaultValue={search}
        maxLength={100}
      />
      <div className="row-of">
        <Button>{t('show')}</Button>
        {search !== '' && (
          <ButtonLink variant="quiet" href="/admin/organisasjoner">
            {t('clear')}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
