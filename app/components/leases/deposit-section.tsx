import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { DEPOSIT_MOVES } from '~/modules/leases/deposit';
import type { LeaseDeposit } from '~/modules/leases/deposit.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { Table } from '../ui/table';
import { TextField } from '../ui/text-input';
import { dayText } from './lease-words';

export type DepositSectionProps = {
  deposit: LeaseDeposit;
  /** Whether it can be put on the next invoice. */
  mayAsk: boolean;
  /** Of a form that was sent, or a new one. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  mayEdit: boolean;
};

const ERRORS = [
  ...(['missing', 'bad_amount', 'bad_date', 'deposit_reason_missing', 'deposit_too_much', 'deposit_above_agreed'] as const),
  'deposit_future',
] as const;

/** What was agreed as a deposit, what has come in, and what the house holds. */
export function DepositSection({ deposit, mayAsk, values, errors, mayEdit }: DepositSectionProps) {
  const { t } = useTranslation('tenant');
  const locale = useLocale();
  const wrong = (name: string) => {
    const code = errors[name];
    return code === undefined ? undefined : t(`deposit.error.${ERRORS.find((known) => known === code) ?? 'missing'}`);
  };
  const labels: Record<string, string> = {
    ...{ slag: t('deposit.kind'), belop: t('deposit.amount'), dato: t('deposit.date'), grunn: t('deposit.reason') },
  };
  const field = (name: string) => ({
    ...{ id: name, name, label: labels[name] ?? name, defaultValue: values[name] ?? '', error: wrong(name) },
  });
  const { agreedOre, receivedOre, heldOre, asked, movements } = deposit;
  return (
    <section className="desk-section stack" aria-labelledby="deposit">
      <SectionHeader id="deposit" title={t('deposit.title')} />
      <DescriptionList
        items={[
          { term: t('deposit.agreed'), value: formatOre(agreedOre, locale) },
          {
            term: t('deposit.received'),
            value: `${formatOre(receivedOre, locale)}${asked && receivedOre === 0 ? `, ${t('deposit.asked')}` : ''}`,
          },
          { term: t('deposit.held'), value: formatOre(heldOre, locale) },
        ]}
      />
      {movements.length > 0 && (
        <Table
          caption={t('deposit.caption')}
          stacked
          rows={movements}
          rowKey={({ id }) => id}
          columns={[
            { key: 'kind', header: t('deposit.kind'), rowHeader: true, cell: ({ kind }) => t(`deposit.move.${kind}`) },
            { key: 'on', header: t('deposit.date'), cell: ({ on }) => dayText(on, locale) },
            { key: 'reason', header: t('deposit.reason'), cell: ({ reason }) => reason ?? '–' },
            { key: 'amount', header: t('deposit.amount'), align: 'end', cell: ({ amountOre }) => formatOre(amountOre, locale) },
          ]}
        />
      )}
      {mayAsk && (
        <Form method="post" className="no-print">
          <Button name="intent" value="deposit_ask">
            {t('deposit.ask')}
          </Button>
        </Form>
      )}
      {mayEdit && (
        <Form method="post" className="stack no-print" noValidate>
          <ErrorSummary
            title={t('deposit.wrong')}
            errors={Object.keys(errors).map((name) => ({ href: `#${name}`, text: `${labels[name] ?? ''}: ${wrong(name) ?? ''}` }))}
          />
          <input type="hidden" name="nokkel" value={values['nokkel'] ?? ''} />
          <div className="form-grid">
            <SelectField {...field('slag')} options={DEPOSIT_MOVES.map((kind) => ({ value: kind, label: t(`deposit.move.${kind}`) }))} />
            <TextField {...field('belop')} inputMode="decimal" autoComplete="off" />
            <TextField {...field('dato')} type="date" />
            <TextField {...field('grunn')} autoComplete="off" maxLength={200} hint={t('deposit.reasonHint')} />
          </div>
          <div>
            <Button name="intent" value="deposit">
              {t('deposit.note')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
