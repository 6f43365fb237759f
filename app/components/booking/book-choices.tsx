import { useTranslation } from 'react-i18next';
import { useLocale } from '../site/use-locale';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { AddOnChoices } from './add-on-choices';
import { BookingBlock } from './booking-layout';
import type { BookViewProps } from './book-view-props';
import { fieldErrors } from './book-errors';
import { PayerPicker } from './payer-picker';
import { WhenBlock } from './when-block';

/** What can be chosen: the time, who comes, equipment, who pays. */
export function BookChoices(props: BookViewProps) {
  const { page } = props;
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const errors = fieldErrors(props, t, locale);
  const { draft, preview, room, sound } = page;
  return (
    <>
      <WhenBlock page={page} errors={errors} alternatives={props.refusal?.alternatives ?? preview.alternatives} />
      <BookingBlock id="who" title={t('bookPage.who')}>
        <div className="form-grid">
          <TextField
            id="antall"
            name="antall"
            type="number"
            inputMode="numeric"
            min={1}
            max={room.capacity}
            label={t('bookPage.people')}
            defaultValue={draft.antall}
            error={errors['antall']}
          />
          <TextField
            id="formal"
            name="formal"
            maxLength={200}
            label={t('bookPage.purpose')}
            defaultValue={draft.formal}
            error={errors['formal']}
            autoComplete="off"
          />
          {sound.choice && <SelectField id="lyd" name="lyd" {...sound.choice} defaultValue={sound.choice.chosen} error={errors['lyd']} />}
        </div>
      </BookingBlock>
      <AddOnChoices preview={preview} slot={page.slot} draft={draft} errors={errors} />
      <BookingBlock id="payer" title={t('bookPage.payer')}>
        <PayerPicker
          name="betaler"
          labelledBy="payer"
          chosen={page.payers.some(({ value }) => value === draft.betaler) ? draft.betaler : 'card'}
          error={errors['betaler']}
          payers={[
            { value: 'card', title: t('bookPage.payCard'), text: t('bookPage.payCardNote') },
            ...page.payers.map(({ value, name, onAccount }) => ({
              value,
              title: t(onAccount ? 'bookPage.payAccount' : 'bookPage.payBand', { organisation: name }),
              text: t(onAccount ? 'bookPage.payAccountNote' : 'bookPage.payBandNote'),
            })),
          ]}
        />
      </BookingBlock>
    </>
  );
}
