import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Tag } from '../ui/tag';

export type SessionItem = {
  id: string;
  device: { browser: string | null; system: string | null };
  isThis: boolean;
  /** As people say it: "for 3 dager siden". */
  signedIn: string;
  lastSeen: string;
};

/** Where somebody is signed in, each with the button that ends it, except the one in use. */
export function SessionList({ sessions }: { sessions: readonly SessionItem[] }) {
  const { t } = useTranslation('auth');
  return (
    <ul aria-label={t('sessions.list')}>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  );
}

function SessionRow({ session }: { session: SessionItem }) {
  const { t } = useTranslation('auth');
  const { browser, system } = session.device;
  const device = browser && system ? t('sessions.device', { browser, system }) : (browser ?? system ?? t('sessions.unknown'));
  return (
    <li className="session-row">
      <div>
        <b>{device}</b>
        {session.isThis && <Tag tone="spruce">{t('sessions.thisOne')}</Tag>}
        <p>
          {t('sessions.lastSeen', { when: session.lastSeen })} · {t('sessions.signedIn', { when: session.signedIn })}
        </p>
      </div>
      {!session.isThis && (
        <Form method="post">
          <Button name="session" value={session.id} aria-label={t('sessions.endNamed', { device })}>
            {t('sessions.end')}
          </Button>
        </Form>
      )}
    </li>
  );
}
