import { useTranslation } from 'react-i18next';
import type { LocalDate } from '~/lib/local-time';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-input';

/** Which days a list is about; both included. */
export function PeriodForm({ from, to }: { from: LocalDate; to: LocalDate }) {
  const { t } = useTranslation('admin');
  return (
    <form className="desk-filter no-print" method="get" aria-label={t('payments.filter')} key={from + to}>
      <TextField id="period-from" name="fra" type="date" label={t('payments.from')} defaultValue={from} />
      <TextField id="period-to" name="til" type="date" label={t('payments.to')} defaultValue={to} />
      <Button>{t('payments.show')}</Button>
    </form>
  );
}
