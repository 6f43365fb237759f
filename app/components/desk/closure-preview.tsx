import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { ClosurePreview as Preview } from '~/modules/bookings/closure-preview.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { ClosureHitTable } from './closure-hit-table';
import { ClosureTermsFields } from './closure-terms-fields';

const MOST_NAMES = 4;

/** What a closure takes and which bookings are in its way, and the button that closes. */
export function ClosurePreview({ preview, fields }: { preview: Preview; fields: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  const { search } = useLocation();
  const { rooms, dates, first, last, hits } = preview;
  const span = (period: Preview['first']) => (period ? formatSpan(period.start, period.end, locale, { year: true }) : '');
  const names = rooms.length > MOST_NAMES ? t('roomCount', { count: rooms.length }) : rooms.join(', ');
  return (
    <section className="desk-section" aria-labelledby="preview">
      <SectionHeader id="preview" title={t('previewTitle')} />
      <div className="stack desk-gap">
        <p className="num">{t('previewDates', { count: dates, rooms: names, first: span(first), last: span(last) })}</p>
        <Notice tone={hits.total > 0 ? 'warning' : 'success'} title={hits.total > 0 ? t('hits', { count: hits.total }) : t('noHits')}>
          {hits.total > 0 && <p>{t('hitsText')}</p>}
          {hits.held > 0 && <p>{t('held', { count: hits.held })}</p>}
        </Notice>
      </div>
      {hits.total > 0 && <ClosureHitTable hits={hits} />}
      <Form method="post" action={search} className="desk-gap" replace>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {hits.total > 0 && <ClosureTermsFields />}
        <div className="form-actions">
          <Button variant="primary">{t('close')}</Button>
        </div>
      </Form>
    </section>
  );
}
