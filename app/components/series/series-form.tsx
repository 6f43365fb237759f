import { useTranslation } from 'react-i18next';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { Button } from '../ui/button';
import { SelectField } from '../ui/select';
import { SeriesFields } from './series-fields';

type SeriesFormProps = {
  page: SeriesPage;
  /** Slug of the room the page began with. */
  roomSlug: string;
  /** What is wrong with a field, in words. */
  errors: Readonly<Record<string, string>>;
};

/** Puts a series together for oneself. It is read from the address, so that nothing typed is lost. */
export function SeriesForm({ page, roomSlug, errors }: SeriesFormProps) {
  const { t } = useTranslation('series');
  const { t: form } = useTranslation('seriesForm');
  const payer = (
    <SelectField
      id="betaler"
      name="betaler"
      label={t('page.payer')}
      defaultValue={page.draft.betaler}
      options={[
        { value: 'card', label: t('page.card') },
        ...page.payers.map(({ value, name, onAccount }) => ({
          value,
          label: onAccount ? t('page.account', { name }) : form('cardFor', { name }),
        })),
      ]}
    />
  );
  return (
    <form method="get" action="#datoer" className="series-form" noValidate>
      <input type="hidden" name="vis" value="1" />
      <SeriesFields page={page} roomSlug={roomSlug} errors={errors} payer={payer} />
      <div className="form-actions series-show">
        <Button variant={page.preview ? 'secondary' : 'primary'}>{t('page.show')}</Button>
      </div>
    </form>
  );
}
