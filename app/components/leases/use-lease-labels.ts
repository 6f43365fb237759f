import { useTranslation } from 'react-i18next';
import { SLOT_ROWS } from '~/modules/leases/lease-fields';

/** What the fields of a lease's form are called, by their names. */
export function useLeaseLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation('leases');
  return {
    ...{ organisasjon: t('form.organisation'), rom: t('form.room'), formal: t('form.purpose'), bruk: t('form.use') },
    ...{ fraDato: t('form.start'), tilDato: t('form.end'), oppsigelse: t('form.notice') },
    ...{ opsjon: t('form.option'), opsjonInnen: t('form.optionBy') },
    ...{ leie: t('form.rent'), felles: t('form.common'), strom: t('form.electricity'), nett: t('form.internet') },
    ...{ annet: t('form.other'), annetTekst: t('form.otherText'), mva: t('form.vat'), erklaert: t('form.declared') },
    ...{ timer: t('form.hours'), depositum: t('form.deposit'), indeks: t('form.index'), basis: t('form.base') },
    ...{ andel: t('form.share'), gulv: t('form.floor') },
    ...Object.fromEntries(
      SLOT_ROWS.flatMap((row) => [
        [`dag${row}`, t('form.weekday', { row })],
        [`fra${row}`, t('form.fromTime', { row })],
        [`til${row}`, t('form.toTime', { row })],
      ]),
    ),
  };
}
