import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { AffectedUse, Sum } from '~/modules/bookings/rules/rules-effect';
import type { DraftEffect } from '~/modules/bookings/rules/rules-effect.queries.server';
import { ListPages } from '../desk/list-pages';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

type EffectProps = { effect: DraftEffect; page: number; pageSize: number };

const MINUTES_AN_HOUR = 60;

/** What the draft would have done to the bookings of the last three months. */
export function RulesEffectView({ effect, page, pageSize }: EffectProps) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  const { all, lost, freed, gained } = effect;
  return (
    <>
      <section aria-labelledby="effect">
        <SectionHeader id="effect" title={t('effect.title')} />
        <p className="desk-gap">{t('effect.basis', { ...sumWords(all, locale), day: formatDay(effect.from, locale, { year: true }) })}</p>
        <div className="rules-sums">
          <SumBlock label={t('effect.lost')} text={t('effect.lostText')} sum={lost} />
          <SumBlock label={t('effect.freed')} text={t('effect.freedText')} sum={freed} />
          <SumBlock label={t('effect.gained')} text={t('effect.gainedText')} sum={gained} />
        </div>
        <p className="desk-gap small muted">{t('effect.honest')}</p>
      </section>
      {effect.byCode.length > 0 && <Reasons effect={effect} />}
      <section className="desk-section" aria-labelledby="affected">
        <SectionHeader id="affected" title={t('effect.affected')} />
        {effect.affectedCount === 0 ? (
          <EmptyState title={t('effect.none')}>{t('effect.noneText')}</EmptyState>
        ) : (
          <AffectedTable uses={effect.affected} />
        )}
        <ListPages page={page} pageSize={pageSize} total={effect.affectedCount} />
      </section>
    </>
  );
}

function SumBlock({ label, text, sum }: { label: string; text: string; sum: Sum }) {
  const { t } = useTranslation('rules');
  const words = sumWords(sum, useLocale());
  return (
    <div className="rules-sum">
      <h3 className="h3">{label}</h3>
      <p className="rules-sum-value num">{words.income}</p>
      <p className="num">{t('effect.sum', words)}</p>
      <p className="small muted">{text}</p>
    </div>
  );
}

function Reasons({ effect: { byCode } }: { effect: DraftEffect }) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="reasons">
      <SectionHeader id="reasons" title={t('effect.reasons')} />
      <Table
        caption={t('effect.reasons')}
        hideCaption
        stacked
        rows={byCode}
        rowKey={({ code, effect }) => `${effect} ${code}`}
        columns={[
          { key: 'code', header: t('effect.reason'), rowHeader: true, cell: ({ code }) => t(`code.${code}`) },
          { key: 'effect', header: t('effect.kind'), cell: ({ effect }) => <EffectTag effect={effect} /> },
          { key: 'count', header: t('effect.bookings'), align: 'end', cell: ({ count }) => count },
          { key: 'hours', header: t('effect.hours'), align: 'end', cell: (sum) => sumWords(sum, locale).hours },
          { key: 'income', header: t('effect.income'), align: 'end', cell: (sum) => sumWords(sum, locale).income },
        ]}
      />
    </section>
  );
}

function AffectedTable({ uses }: { uses: readonly AffectedUse[] }) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  return (
    <Table
      caption={t('effect.affected')}
      hideCaption
      stacked
      rows={uses}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'booking',
          header: t('effect.booking'),
          rowHeader: true,
          cell: ({ bookingId, reference }) =>
            bookingId === null ? t('effect.wished') : <a href={`/admin/bestillinger/${bookingId}`}>{reference}</a>,
        },
        { key: 'room', header: t('effect.room'), cell: ({ roomName }) => roomName },
        { key: 'when', header: t('effect.when'), cell: ({ start, end }) => formatSpan(start, end, locale, { year: true }) },
        { key: 'who', header: t('column.who'), cell: ({ payerName }) => payerName },
        { key: 'why', header: t('effect.reason'), cell: ({ code }) => t(`code.${code}`) },
        { key: 'effect', header: t('effect.kind'), cell: ({ effect }) => <EffectTag effect={effect} /> },
        {
          key: 'income',
          header: t('effect.income'),
          align: 'end',
          cell: ({ incomeOre }) => formatOre(incomeOre, locale, { decimals: 'auto' }),
        },
      ]}
    />
  );
}

function EffectTag({ effect }: Pick<AffectedUse, 'effect'>) {
  const { t } = useTranslation('rules');
  return <Tag tone={effect === 'lost' ? 'red' : 'spruce'}>{t(`effect.tag.${effect}`)}</Tag>;
}

function sumWords({ count, minutes, incomeOre }: Sum, locale: Locale): { count: number; hours: string; income: string } {
  const hours = String(Math.round((minutes / MINUTES_AN_HOUR) * 10) / 10).replace('.', locale === 'nb' ? ',' : '.');
  return { count, hours: `${hours}\u00a0${locale === 'nb' ? 't' : 'h'}`, income: formatOre(incomeOre, locale, { decimals: 'auto' }) };
}
