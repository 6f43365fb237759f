import { useTranslation } from 'react-i18next';
import { MINUTES_A_DAY } from '~/lib/local-time';
import type { ChangeDraft } from '~/modules/bookings/changes/change.schema';
import type { ChangePreview } from '~/modules/bookings/changes/preview-change.queries.server';
import { WhenFields } from '../booking/booking-layout';
import { halfHours } from '../desk/half-hours';
import { useLocale } from '../site/use-locale';
import { CheckField } from '../ui/check-field';
import { RadioCards } from '../ui/radio-cards';
import { SelectField, type SelectOptionGroup } from '../ui/select';
import { TextField } from '../ui/text-input';

type ChangeFieldsProps = { preview: ChangePreview; draft: ChangeDraft; errors: Readonly<Record<string, string>> };

const LAST_START = MINUTES_A_DAY - 30;
/** Rooms close at six in the morning at the latest. */
const LAST_END = MINUTES_A_DAY + 6 * 60;
const KNOWN_ERRORS = ['nonexistent_time', 'missing'] as const;

/** Where and when it is to be. */
export function ChangeFields({ preview, draft, errors }: ChangeFieldsProps) {
  const { t } = useTranslation('change');
  const locale = useLocale();
  const nextDay = (clock: string) => t('nextDay', { clock });
  const error = (name: string) => {
    const code = errors[name];
    return code === undefined ? undefined : t(`error.${KNOWN_ERRORS.find((known) => known === code) ?? 'invalid'}`);
  };
  return (
    <div className="stack">
      <SelectField
        id="rom"
        name="rom"
        label={t('room')}
        defaultValue={draft.rom}
        error={error('rom')}
        options={roomOptions(preview.rooms)}
      />
      <WhenFields>
        <TextField id="dato" name="dato" type="date" label={t('date')} defaultValue={draft.dato} error={error('dato')} />
        <SelectField
          id="fra"
          name="fra"
          label={t('from')}
          defaultValue={draft.fra}
          error={error('fra')}
          options={halfHours(0, LAST_START, locale, nextDay)}
        />
        <SelectField
          id="til"
          name="til"
          label={t('to')}
          defaultValue={draft.til}
          error={error('til')}
          options={halfHours(30, LAST_END, locale, nextDay)}
        />
      </WhenFields>
      {preview.byHub && (
        <div>
          <h2 className="field-label" id="penger">
            {t('money')}
          </h2>
          <RadioCards
            name="penger"
            labelledBy="penger"
            defaultValue={draft.penger === 'ingen' ? 'ingen' : 'oppgjor'}
            options={[
              { value: 'oppgjor', title: t('settle'), text: t('settleText') },
              { value: 'ingen', title: t('noMoney'), text: t('noMoneyText') },
            ]}
          />
        </div>
      )}
      {(preview.answer?.mayExcept || draft.unntak === 'ja') && (
        <CheckField
          id="unntak"
          name="unntak"
          value="ja"
          label={t('exception.label')}
          hint={t('exception.hint')}
          defaultChecked={draft.unntak === 'ja'}
        />
      )}
    </div>
  );
}

function roomOptions(rooms: ChangePreview['rooms']): SelectOptionGroup[] {
  const buildings = [...new Set(rooms.map(({ buildingName }) => buildingName))];
  return buildings.map((label) => ({
    label,
    options: rooms.filter(({ buildingName }) => buildingName === label).map(({ slug, name }) => ({ value: slug, label: name })),
  }));
}
