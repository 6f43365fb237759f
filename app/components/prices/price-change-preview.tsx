import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import type { RoomPriceChange } from '~/modules/pricing/price-change/decide-prices';
import type { PricePreview } from '~/modules/pricing/price-change/price-facts.queries.server';
import type { PriceStep } from '~/modules/pricing/price-change/price-week';
import { peakWords } from '../rules/rule-words';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';

type PriceChangePreviewProps = {
  preview: PricePreview;
  /** The form it was made from, sent again when it is saved. */
  values: Readonly<Record<string, string>>;
};

/** Each price before and after, and the button that saves it. */
export function PriceChangePreview({ preview: { changes, until, fingerprint }, values }: PriceChangePreviewProps) {
  const { t } = useTranslation('roomPrices');
  const locale = useLocale();
  if (changes.length === 0) return <Notice title={t('nothing')} announce />;
  return (
    <section className="desk-gap stack" aria-labelledby="forhandsvisning">
      <SectionHeader id="forhandsvisning" title={t('previewTitle')} />
      {changes.map((change) => (
        <RoomChange key={`${change.room.id}:${change.from}`} change={change} />
      ))}
      {until && <p>{t('until', { date: formatDay(until, locale, { long: true, year: true }) })}</p>}
      <Form method="post" className="form-actions">
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="sett" value={fingerprint} />
        <Button variant="primary" name="steg" value="lagre">
          {t('save')}
        </Button>
      </Form>
    </section>
  );
}

function RoomChange({ change: { room, from, differences, vatChanges } }: { change: RoomPriceChange }) {
  const { t } = useTranslation('roomPrices');
  const { t: rules } = useTranslation('rules');
  const locale = useLocale();
  const title = t('previewRoom', { room: room.name, date: formatDay(from, locale, { long: true, year: true }) });
  const price = (ore: PriceStep['beforeOre']) => (ore === null ? t('noPrice') : formatOre(ore, locale));
  const rows = differences.flatMap(({ steps, ...band }) => steps.map((step) => ({ ...step, when: peakWords(band, { t: rules, locale }) })));
  return (
    <>
      {rows.length > 0 && (
        <Table
          caption={title}
          stacked
          rows={rows}
          rowKey={({ when, group }) => `${when}:${group ?? ''}`}
          columns={[
            { key: 'when', header: t('when'), rowHeader: true, cell: ({ when }) => when },
            {
              key: 'who',
              header: t('who'),
              label: t('who'),
              cell: ({ group }) => (group === null ? t('everybody') : rules(`group.${group}`)),
            },
            { key: 'before', header: t('before'), label: t('before'), align: 'end', cell: ({ beforeOre }) => price(beforeOre) },
            { key: 'after', header: t('after'), label: t('after'), align: 'end', cell: ({ afterOre }) => <b>{price(afterOre)}</b> },
          ]}
        />
      )}
      {vatChanges && <p>{rows.length > 0 ? t('vatAlso') : `${title}: ${t('vatOnly')}`}</p>}
    </>
  );
}
