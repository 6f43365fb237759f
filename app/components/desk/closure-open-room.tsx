import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { ClosurePlanPage } from '~/modules/availability/closure-plan.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';

/** Takes one room of a building or of the house into use again, once or for all that is left. */
export function ClosureOpenRoom({ plan, now }: { plan: ClosurePlanPage; now: Date }) {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  const rooms = new Map(plan.standing.map(({ roomId, roomName }) => [roomId, roomName]));
  const dates = plan.dates.filter(({ standing, end }) => standing && end > now);
  return (
    <section className="desk-section no-print" aria-labelledby="open-room">
      <SectionHeader id="open-room" title={t('liftRoom')} />
      <p>{t('liftRoomText')}</p>
      <Form method="post" className="stack desk-gap">
        <input type="hidden" name="intent" value="lift" />
        <div className="form-grid">
          <SelectField
            id="open-room-room"
            name="roomId"
            label={t('liftRoomWhich')}
            options={[...rooms].map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            id="open-room-when"
            name="when"
            label={t('liftRoomWhen')}
            options={[
              { value: 'all', label: t('liftRoomAll') },
              ...dates.map(({ start, end }) => ({ value: start.toISOString(), label: formatSpan(start, end, locale, { year: true }) })),
            ]}
          />
        </div>
        <div>
          <Button>{t('liftRoomDo')}</Button>
        </div>
      </Form>
    </section>
  );
}
