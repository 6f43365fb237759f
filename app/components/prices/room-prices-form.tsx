import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '~/lib/format-time';
import { formatShare } from '~/lib/format-number';
import type { PricePage } from '~/modules/pricing/price-change/price-facts.queries.server';
import { MOST_ROWS } from '~/modules/pricing/price-change/price-fields';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { RadioCards } from '../ui/radio-cards';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { PriceRowFields } from './price-row-fields';
import { usePriceError } from './price-error';

type RoomPricesFormProps = {
  page: Omit<PricePage, 'rows'> & { hasPrices: boolean };
  /** What stands in the fields. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** How many times are shown. */
  rowCount: number;
};

/** What an hour costs through the week, for whom, and from when. */
export function RoomPricesForm({ page, values, errors, rowCount }: RoomPricesFormProps) {
  const { t } = useTranslation('roomPrices');
  const locale = useLocale();
  const errorText = usePriceError();
  const name = (code: { nameNb: string; nameEn: string }) => (locale === 'nb' ? code.nameNb : code.nameEn);
  const rows = Array.from({ length: rowCount }, (_, index) => index);
  const summary = Object.keys(errors).map((field) => ({ href: `#${field}`, text: errorText(field, errors[field]) ?? '' }));
  const differing = page.later.find(({ differs }) => differs);
  return (
    <Form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary title={t('errors')} errors={summary} />
      <p className="setting-note">{t('note')}</p>
      {!page.hasPrices && <Notice tone="warning" title={t('noneYet')} />}
      {page.ofKind && <Notice title={t('ofKind')} />}
      {differing && <Notice title={t('later', { date: formatDay(differing.from, locale, { long: true, year: true }) })} />}
      {rows.map((index) => (
        <PriceRowFields key={index} index={index} values={values} errors={errors} />
      ))}
      {rowCount < MOST_ROWS && (
        <p>
          <a href={`?rader=${Math.min(rowCount + 4, MOST_ROWS)}`}>{t('moreRows')}</a>
        </p>
      )}
      <div className="form-grid">
        <TextField
          id="fraDato"
          name="fraDato"
          type="date"
          label={t('fraDato')}
          hint={t('fraDatoHint')}
          min={page.today}
          defaultValue={values['fraDato'] ?? ''}
          error={errorText('', errors['fraDato'])}
        />
        <SelectField
          id="mva"
          name="mva"
          label={t('mva')}
          defaultValue={values['mva'] ?? ''}
          error={errorText('', errors['mva'])}
          options={page.vatCodes.map((code) => ({
            value: code.code,
            label: code.rateBp === null ? name(code) : t('mvaRate', { name: name(code), rate: formatShare(code.rateBp, locale) }),
          }))}
        />
      </div>
      {page.sameKind > 0 && (
        <RadioCards
          name="gjelder"
          legend={t('scope')}
          defaultValue={values['gjelder'] ?? 'rom'}
          options={[
            { value: 'rom', title: t('scopeRoom') },
            { value: 'slag', title: t('scopeKind'), text: t('scopeKindText', { count: page.sameKind }) },
          ]}
        />
      )}
      {page.later.length > 0 && <CheckField id="senere" name="senere" label={t('laterToo')} defaultChecked={'senere' in values} />}
      <div className="form-actions">
        <Button variant="primary">{t('show')}</Button>
      </div>
    </Form>
  );
}
