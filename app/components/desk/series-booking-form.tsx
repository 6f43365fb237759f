import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { DeskSeriesPage } from '~/modules/bookings/series/desk-series.server';
import { seriesQuery } from '~/modules/bookings/series/series-draft';
import { BookingBlock } from '../booking/booking-layout';
import { NoneFree, SeriesChoice } from '../series/series-commit';
import { NearbyNotes, SeriesDates } from '../series/series-dates';
import { idOfField, seriesErrors } from '../series/series-errors';
import { SeriesFields } from '../series/series-fields';
import { useItemName } from '../series/use-item-name';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { BookedForFields, OverrideField, PaymentFields } from './booked-for-fields';
import { errorText } from './form-error';

type SeriesBookingView = {
  readonly page: DeskSeriesPage;
  /** What stands in the fields that no draft carries. */
  readonly values: Readonly<Record<string, string>>;
  /** Code of what is wrong, by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why an attempt to book did not succeed. */
  readonly refusal: { readonly code: string; readonly totalOre?: number } | null;
};

const NAMED = { epost: 'new.email', navn: 'new.name', organisasjon: 'new.organisation' } as const;

/** Books a series for somebody: first every date with its price, then the booking. Enter in a field shows the dates and books nothing. */
export function SeriesBookingForm({ view: { page, values, errors, refusal } }: { view: SeriesBookingView }) {
  const { t } = useTranslation('admin');
  const { t: series } = useTranslation('series');
  const { t: form } = useTranslation('seriesForm');
  const { t: change } = useTranslation('change');
  const ofDates = seriesErrors(page.refusal, series);
  const named = Object.entries(NAMED).filter(([name]) => errors[name] !== undefined);
  const summary = [
    ...named.map(([name, label]) => ({ href: `#${name}`, text: `${t(label)}: ${errorText(errors[name], t) ?? ''}` })),
    ...(errors['begrunnelse'] === undefined ? [] : [{ href: '#begrunnelse', text: change('refusal.reason_missing') }]),
    ...Object.entries(ofDates).map(([name, text]) => ({ href: `#${idOfField(name)}`, text })),
  ];
  return (
    <Form method="post" className="series-form" noValidate>
      <button type="submit" name="steg" value="price" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="requestKey" value={values['requestKey']} />
      <input type="hidden" name="vis" value="1" />
      <ErrorSummary title={t('error.summary')} errors={summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <BookedForFields values={values} errors={errors} />
      <SeriesFields page={page} roomSlug={null} errors={ofDates} />
      {!page.choices && (
        <BookingBlock id="equipment" title={t('new.equipment')}>
          <p className="muted">{form('desk.equipmentHint')}</p>
        </BookingBlock>
      )}
      <PaymentFields organisations={page.organisations} values={values} errors={errors} />
      <BookingBlock id="rules" title={form('desk.rules')}>
        <OverrideField values={values} errors={errors} />
      </BookingBlock>
      <div className="form-actions series-show">
        <Button variant={page.preview ? 'secondary' : 'primary'} name="steg" value="price">
          {series('page.show')}
        </Button>
      </div>
      {page.preview && <Dates page={page} preview={page.preview} method={values['betaling'] ?? 'card'} />}
    </Form>
  );
}

function Dates({ page, preview, method }: { page: DeskSeriesPage; preview: NonNullable<DeskSeriesPage['preview']>; method: string }) {
  const { t } = useTranslation('admin');
  const { t: series } = useTranslation('series');
  const locale = useLocale();
  const itemName = useItemName(page.choices);
  return (
    <section className="section" aria-labelledby="datoer">
      <SectionHeader id="datoer" title={series('preview.title')} />
      <NearbyNotes preview={preview} />
      <SeriesDates
        preview={preview}
        roomCount={page.draft.rom.length}
        itemName={itemName}
        step={({ date }, { text, label }) => (
          <Button variant="quiet" name="bytt" value={date} aria-label={label}>
            {text}
          </Button>
        )}
      />
      {preview.freeCount === 0 ? (
        <NoneFree />
      ) : (
        <div className="series-commit stack">
          <input type="hidden" name="sett" value={seriesQuery(page.draft)} />
          <SeriesChoice preview={preview} />
          <div className="form-actions">
            <Button variant="primary" size="xl" name="steg" value="book">
              {method === 'free' ? t('new.bookFree') : t('new.bookFor', { amount: formatOre(preview.totalOre, locale) })}
            </Button>
          </div>
          <p className="small muted">{t(`new.method.${method === 'free' || method === 'on_account' ? method : 'card'}Text`)}</p>
        </div>
      )}
    </section>
  );
}

function RefusalNotice({ refusal: { code, totalOre } }: { refusal: NonNullable<SeriesBookingView['refusal']> }) {
  const { t } = useTranslation('series');
  const { t: form } = useTranslation('seriesForm');
  const locale = useLocale();
  const title =
    totalOre === undefined
      ? form(code === 'choices_changed' ? 'desk.choicesChanged' : 'desk.takenMeanwhile')
      : t('error.price_changed', { price: formatOre(totalOre, locale) });
  return <Notice tone="danger" title={title} announce />;
}
