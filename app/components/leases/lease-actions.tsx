import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { addDays } from '~/lib/local-time';
import type { LeasePage } from '~/modules/leases/lease-page.queries.server';
import { stepsFrom } from '~/modules/leases/lease-steps';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { SectionHeader } from '../ui/section-header';
import { dayText } from './lease-words';

/** What the manager can do with a lease now. */
export function LeaseActions({ state, fit, noticeEndsOn }: Pick<LeasePage, 'state' | 'fit' | 'noticeEndsOn'>) {
  const { t } = useTranslation('leases');
  const locale = useLocale();
  const steps = stepsFrom(state);
  const open = state === 'draft' || state === 'offered';
  if (steps.length === 0 && noticeEndsOn === null) return null;
  return (
    <section className="desk-section stack no-print" aria-labelledby="steps">
      <SectionHeader id="steps" title={t('steps.title')} />
      {open && (
        <Form method="post" className="stack">
          <p>{t('steps.signHint')}</p>
          {fit !== null && fit.bookings.length > 0 && <CheckField id="behold" name="behold" label={t('steps.keep')} />}
          <div>
            <Button variant="primary" name="intent" value="sign">
              {t('steps.sign')}
            </Button>
          </div>
        </Form>
      )}
      {steps.length > 0 && (
        <Form method="post" className="row-of">
          {steps.map((step) => (
            <Button key={step} variant={step === 'withdraw' ? 'quiet' : 'secondary'} name="intent" value={step}>
              {t(`steps.${step}`)}
            </Button>
          ))}
        </Form>
      )}
      {steps.includes('withdraw') && <p className="field-hint">{t('steps.withdrawHint')}</p>}
      {noticeEndsOn !== null && (
        <Form method="post" className="stack">
          <h3>{t('steps.notice')}</h3>
          <p>{t('steps.noticeText', { date: dayText(addDays(noticeEndsOn, -1), locale) })}</p>
          <input type="hidden" name="slutt" value={noticeEndsOn} />
          <div>
            <Button name="intent" value="notice">
              {t('steps.noticeRun')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
