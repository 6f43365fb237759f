import { useTranslation } from 'react-i18next';
import type { OfferingRoom } from '~/modules/bookings/equipment/equipment-desk.queries.server';
import { CheckField } from '../ui/check-field';
import { FieldError } from '../ui/field';

type RoomChoiceProps = { rooms: readonly OfferingRoom[]; chosen: readonly string[]; error: string | undefined };

/** In which rooms an item is offered. */
export function RoomChoice({ rooms, chosen, error }: RoomChoiceProps) {
  const { t } = useTranslation('equipment');
  return (
    <fieldset className="choice-group" id="rom" tabIndex={-1} aria-describedby={error ? 'rom-error' : undefined}>
      <legend className="field-label">{t('rooms')}</legend>
      {error && <FieldError id="rom-error">{error}</FieldError>}
      <div className="form-grid">
        {rooms.map(({ id, name }) => (
          <CheckField key={id} id={`rom-${id}`} name="rom" value={id} label={name} defaultChecked={chosen.includes(id)} />
        ))}
      </div>
    </fieldset>
  );
}
