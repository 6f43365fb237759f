import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button';
import { TextField } from '../ui/text-input';

/** Narrows the inbox to one recipient; the demo's own people are suggested. */
export function InboxFilter({ to, suggestions }: { to: string; suggestions: readonly string[] }) {
  const { t } = useTranslation('demo');
  return (
    <Form method="get" action="/demo/innboks" className="inbox-filter" role="search">
      <TextField
        key={to}
        id="til"
        name="til"
        type="email"
        label={t('inbox.filter')}
        defaultValue={to}
        list="demo-people"
        autoComplete="off"
      />
      <datalist id="demo-people">
        {suggestions.map((email) => (
          <option key={email} value={email} />
        ))}
      </datalist>
      <Button>{t('inbox.show')}</Button>
      {to && (
        <ButtonLink href="/demo/innboks" variant="quiet">
          {t('inbox.all')}
        </ButtonLink>
      )}
    </Form>
  );
}
