import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { percentDone, type RunProgress } from '~/modules/billing/invoices/run-progress';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { RunTroubles } from './run-troubles';
import { useRefresh } from './use-refresh';

type RunViewProps = { run: RunProgress; maySteer: boolean };

/** How far a run is while it lasts, and its report afterwards. */
export function RunView({ run, maySteer }: RunViewProps) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  const { counts, state } = run;
  const isRunning = state === 'running';
  useRefresh(isRunning || counts.underWay > 0);
  return (
    <>
      {isRunning ? <Running run={run} maySteer={maySteer} /> : <Report run={run} />}
      {run.troubles.length > 0 && <RunTroubles troubles={run.troubles} maySteer={maySteer} />}
      <section className="desk-section" aria-labelledby="numbers">
        <SectionHeader id="numbers" title={t('run.numbers')} />
        <DescriptionList
          items={(['issued', 'underWay', 'stuck', 'discarded'] as const)
            .filter((key) => key === 'issued' || counts[key] > 0)
            .map((key) => ({ key, term: t(`run.${key}`), value: counts[key] }))}
        />
      </section>
      {run.leftOut.length > 0 && (
        <section className="desk-section" aria-labelledby="left-out">
          <SectionHeader id="left-out" title={t('run.leftOut')} />
          <p className="desk-gap">{t('run.leftOutNote')}</p>
          <ul className="desk-list">
            {run.leftOut.map(({ organisationId, name, grossOre, code }) => (
              <li key={organisationId}>
                <span>
                  <a href={`/admin/organisasjoner/${organisationId}`}>{name}</a> {t(`stop.${code}`)}
                </span>
                <span className="num">{formatOre(grossOre, locale)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Running({ run, maySteer }: RunViewProps) {
  const { t } = useTranslation('invoicing');
  const { all, underWay } = run.counts;
  const words = run.prepared ? t('run.progress', { done: all - underWay, all }) : t('run.preparing');
  return (
    <section className="run-progress" aria-label={t('run.progressLabel')}>
      <p role="status">{words}</p>
      <progress max={100} value={percentDone(run)} aria-label={t('run.progressLabel')} />
      <p className="run-progress-note">
        {t('run.refreshed')} <a href={`/admin/fakturering/kjoring/${run.id}`}>{t('run.refresh')}</a>
      </p>
      {maySteer && (
        <Form method="post" className="start-run">
          <p>{t('run.stopText')}</p>
          <Button name="intent" value="stop">
            {t('run.stop')}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Report({ run: { state, counts, grossOre } }: { run: RunProgress }) {
  const { t } = useTranslation('invoicing');
  const locale = useLocale();
  const words = { count: counts.issued, amount: formatOre(grossOre, locale) };
  const isFinished = state === 'finished';
  return (
    <Notice tone={isFinished && counts.stuck === 0 ? 'success' : 'warning'} title={t(isFinished ? 'run.finished' : 'run.stopped')} announce>
      {counts.issued === 0 ? t('run.nothing') : t(isFinished ? 'run.finishedText' : 'run.stoppedText', words)}
    </Notice>
  );
}
