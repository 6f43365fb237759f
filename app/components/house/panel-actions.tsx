import { useTranslation } from 'react-i18next';
import type { HousePanel } from '~/modules/bookings/house/house-panel.queries.server';
import { Button, ButtonLink } from '../ui/button';

/** What can be done with the pressed booking, each on its own page or in one press. */
export function PanelActions({ panel }: { panel: HousePanel }) {
  const { t } = useTranslation('house');
  const { bookingId, occurrenceId, kind, mayCancel, mayNoteNoShow, preview } = panel;
  const desk = `/admin/bestillinger/${bookingId}`;
  const cancel = kind === 'single' ? `${desk}?avbestill=regler#avbestill` : `/bestilling/${bookingId}/avbestill?dato=${occurrenceId}`;
  return (
    <div className="house-panel-actions">
      <ButtonLink href={desk} variant="primary">
        {t('action.open')}
      </ButtonLink>
      {preview && <ButtonLink href={`/bestilling/${bookingId}/endre?forekomst=${occurrenceId}`}>{t('action.change')}</ButtonLink>}
      {mayCancel && <ButtonLink href={cancel}>{t('action.cancel')}</ButtonLink>}
      {mayNoteNoShow && (
        <form method="post" action={desk} data-reload>
          <Button name="intent" value="no_show">
            {t('action.noShow')}
          </Button>
        </form>
      )}
      <ButtonLink href={`${desk}/endringer`} variant="quiet">
        {t('action.changes')}
      </ButtonLink>
    </div>
  );
}
