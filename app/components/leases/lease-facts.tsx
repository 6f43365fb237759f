import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDuration, formatMonth } from '~/lib/format-time';
import type { LeasePage } from '~/modules/leases/lease-page.queries.server';
import { useLocale } from '../site/use-locale';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { dayText, termText, timesText } from './lease-words';

/** What was agreed, in words. */
export function LeaseFacts({ organisation, room, terms, notice }: Pick<LeasePage, 'organisation' | 'room' | 'terms' | 'notice'>) {
  const { t } = useTranslation('leases');
  const locale = useLocale();
  const { option, indexClause, indexBaseMonth } = terms;
  const clause = t(indexClause === 'housing' ? 'form.indexHousing' : 'form.indexCommercial');
  const index = t('facts.indexText', {
    ...{ clause, share: formatShare(terms.indexShareBp, locale), month: indexBaseMonth ? formatMonth(indexBaseMonth, locale) : '' },
  });
  const items = [
    { term: t('facts.organisation'), value: <a href={`/admin/organisasjoner/${organisation.id}`}>{organisation.name}</a> },
    { term: t('facts.place'), value: `${room.name}, ${room.buildingName}, ${t('metres', { count: room.squareMetres })}` },
    { term: t('facts.time'), value: timesText(terms.weekly, t, locale) },
    { term: t('facts.purpose'), value: terms.purpose },
    { term: t('facts.term'), value: termText(terms, t, locale) },
    { term: t('facts.notice'), value: t('facts.noticeMonths', { count: terms.noticeMonths }) },
    ...(notice
      ? [
          {
            term: t('facts.noticeGiven'),
            value: t('facts.noticeBy', { date: dayText(notice.givenOn, locale), party: t(`facts.${notice.by}`) }),
          },
        ]
      : []),
    ...(option
      ? [{ term: t('facts.option'), value: t('facts.optionText', { count: option.months, date: dayText(option.by, locale) }) }]
      : []),
    {
      term: t('facts.vat'),
      value:
        terms.vat === 'exempt'
          ? t('facts.exempt')
          : t('facts.voluntary', { date: terms.taxableUseDeclaredOn ? dayText(terms.taxableUseDeclaredOn, locale) : '' }),
    },
    {
      term: t('facts.hours'),
      value: terms.includedMinutes === 0 ? t('facts.none') : t('facts.hoursText', { hours: formatDuration(terms.includedMinutes, locale) }),
    },
    { term: t('facts.deposit'), value: terms.depositOre === 0 ? t('facts.none') : formatOre(terms.depositOre, locale) },
    {
      term: t('facts.index'),
      value: indexClause === 'none' ? t('facts.none') : [index, ...(terms.indexFloor ? [t('facts.floor')] : [])].join(', '),
    },
  ];
  return (
    <section className="desk-section" aria-labelledby="facts">
      <SectionHeader id="facts" title={t('facts.title')} />
      <DescriptionList items={items} />
    </section>
  );
}

/** What it costs by the month, line by line. */
export function RentLines({ lines }: { lines: LeasePage['rentLines'] }) {
  const { t } = useTranslation('leases');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="lines">
      <SectionHeader id="lines" title={t('lines.title')} />
      <Table
        caption={t('lines.caption')}
        stacked
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            header: t('lines.what'),
            rowHeader: true,
            cell: ({ labelNb, labelEn }) => (locale === 'nb' ? labelNb : labelEn),
          },
          {
            key: 'valid',
            header: t('lines.valid'),
            cell: ({ validFrom, validTo }) =>
              validTo === null
                ? t('from', { date: dayText(validFrom, locale) })
                : termText({ startsOn: validFrom, endsOn: validTo }, t, locale),
          },
          { key: 'amount', header: t('lines.amount'), align: 'end', cell: ({ monthlyNetOre }) => formatOre(monthlyNetOre, locale) },
        ]}
      />
    </section>
  );
}
