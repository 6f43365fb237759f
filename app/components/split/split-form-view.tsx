import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import { negateOre } from '~/lib/money';
import type { SplitPage } from '~/modules/bookings/split/split-page.queries.server';
import type { ShareFields } from '~/modules/bookings/split/split.schema';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';
import { SplitFacts } from './split-facts';

type Refusal = { code: string; index?: number; differenceOre?: number };

export type SplitFormViewProps = {
  page: SplitPage;
  rows: readonly ShareFields[];
  /** By `<row from 0>.<field>`. */
  errors: Readonly<Record<string, string>>;
  refusal: Refusal | null;
};

/** Who pays how much: equal shares by number, or amounts of one's own. */
export function SplitFormView({ page, rows, errors, refusal }: SplitFormViewProps) {
  const { t } = useTranslation('split');
  const locale = useLocale();
  const { bookingId, booking, totalOre, deadline } = page;
  const back = { href: `/bestilling/${bookingId}`, label: t('form.back') };
  const total = formatOre(totalOre, locale);
  if (deadline === null)
    return (
      <div className="wrap page page-letter stack">
        <PageHead title={t('form.title')} back={back} />
        <Notice tone="warning" title={t(`refusal.${unsplittable(page.refusal)}`)} />
        <ButtonLink href={back.href}>{t('form.back')}</ButtonLink>
      </div>
    );
  const summary = Object.entries(errors).map(([field, code]) => summaryOf(field, code, t));
  return (
    <div className="wrap page stack split-form">
      <PageHead title={t('form.title')} lead={t('form.lead', { deadline: formatMoment(deadline, locale) })} back={back} />
      {refusal && <Notice tone="danger" title={refusalText(refusal, t, (ore) => formatOre(ore, locale))} announce />}
      <ErrorSummary title={t('form.errors')} errors={summary} />
      <SplitFacts booking={booking} more={[{ term: t('facts.price'), value: <b className="num">{total}</b> }]} />
      <form method="get" className="split-count" data-reload>
        <TextField
          id="antall"
          name="antall"
          type="number"
          inputMode="numeric"
          min={2}
          max={20}
          label={t('form.count')}
          defaultValue={String(rows.length)}
        />
        <Button>{t('form.equal')}</Button>
      </form>
      <form method="post" className="stack" data-reload noValidate>
        <section aria-labelledby="shares">
          <SectionHeader id="shares" title={t('form.shares')} end={t('form.sum', { total })} />
          <p className="section-text">{t('form.hint')}</p>
          {rows.map((row, index) => (
            <ShareRow key={index} row={row} index={index} errors={errors} tooSmall={refusal?.index === index} />
          ))}
        </section>
        <p className="prose small muted">{t('form.rule')}</p>
        <div className="form-actions">
          <Button variant="primary" name="steg" value="del">
            {t('form.start')}
          </Button>
          <ButtonLink variant="quiet" href={back.href}>
            {t('form.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}

type RowProps = { row: ShareFields; index: number; errors: SplitFormViewProps['errors']; tooSmall: boolean };

function ShareRow({ row, index, errors, tooSmall }: RowProps) {
  const { t } = useTranslation('split');
  const number = index + 1;
  const errorOf = (field: string) => {
    const code = errors[`${index}.${field}`];
    return code === undefined ? undefined : t(`error.${field}.${errorWord(code)}` as 'error.navn.missing');
  };
  return (
    <fieldset className="split-row">
      <legend>{t('form.row', { number })}</legend>
      <TextField
        id={`navn-${index}`}
        name="navn"
        label={t('form.name')}
        maxLength={40}
        autoComplete="off"
        defaultValue={row.navn}
        error={errorOf('navn')}
      />
      <TextField
        id={`belop-${index}`}
        name="belop"
        label={t('form.amount')}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={row.belop}
        error={tooSmall ? t('refusal.share_too_small') : errorOf('belop')}
      />
      <TextField
        id={`epost-${index}`}
        name="epost"
        type="email"
        label={t('form.email')}
        autoComplete="off"
        defaultValue={row.epost}
        error={errorOf('epost')}
      />
    </fieldset>
  );
}

const UNSPLITTABLE = ['not_held', 'not_by_card', 'awaits_answer', 'payment_pending', 'too_late', 'too_many_running'] as const;

function unsplittable(code: string | null) {
  return UNSPLITTABLE.find((known) => known === code) ?? 'not_held';
}

function refusalText({ code, differenceOre = 0 }: Refusal, t: TFunction<'split'>, money: (ore: number) => string): string {
  if (code === 'sum_differs')
    return differenceOre > 0
      ? t('refusal.sum_lacks', { amount: money(differenceOre) })
      : t('refusal.sum_exceeds', { amount: money(negateOre(differenceOre)) });
  if (code === 'share_count' || code === 'share_too_small') return t(`refusal.${code}`);
  return t(`refusal.${unsplittable(code)}`);
}

function summaryOf(field: string, code: string, t: TFunction<'split'>) {
  const [index = '', name = ''] = field.split('.');
  const text = t(`error.${name}.${errorWord(code)}` as 'error.navn.missing');
  return { href: `#${name}-${index}`, text: t('error.ofRow', { number: Number(index) + 1, text }) };
}

function errorWord(code: string): 'missing' | 'invalid' {
  return code === 'missing' ? 'missing' : 'invalid';
}
