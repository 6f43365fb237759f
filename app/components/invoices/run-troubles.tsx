import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { RunTrouble } from '~/modules/billing/invoices/run-progress';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';

const KNOWN = ['total_differs', 'stopped', 'given_up'] as const;

/** Invoices that stand still, with what there is to do about each. */
export function RunTroubles({ troubles, maySteer }: { troubles: readonly RunTrouble[]; maySteer: boolean }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="troubles">
      <SectionHeader id="troubles" title={t('run.troubles')} />
      <ul className="desk-list">
        {troubles.map((trouble) => (
          <li key={trouble.invoiceId}>
            <span>
              <b>{trouble.name}</b> <span className="num">{formatOre(trouble.grossOre, locale)}</span>
              <span className="cell-note">
                <Reason trouble={trouble} />
              </span>
            </span>
            {maySteer && trouble.state === 'issuing' && (
              <Form method="post" className="row-of">
                <input type="hidden" name="faktura" value={trouble.invoiceId} />
                <Button name="intent" value="retry">
                  {t('run.retry')}
                </Button>
                <Button name="intent" value="give_up" variant="quiet" title={t('run.giveUpNote')}>
                  {t('run.giveUp')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reason({ trouble: { failure, attempts } }: { trouble: RunTrouble }) {
  const { t } = useTranslation('invoicing');
  if (failure === null) return <>{t('run.waiting', { count: attempts })}</>;
  const known = KNOWN.find((reason) => reason === failure);
  return <>{known ? t(`run.reason.${known}`) : t('run.refused', { code: failure })}</>;
}
