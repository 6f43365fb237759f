import { useTranslation } from 'react-i18next';
import { formatDay } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { InvitationPage } from '~/modules/organisations/members/invitation-page.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';

export type InvitationViewProps = {
  /** Null for a link that is none. */
  invitation: Omit<InvitationPage, 'email' | 'acceptedById' | 'organisationId'> | null;
  /** Whom it was sent to, with most of it hidden. */
  address: string;
  /** Not signed in, signed in as the one invited, or as somebody else. */
  reader: 'visitor' | 'invited' | 'other' | null;
};

/** An invitation: who asks, to what, and yes or no. One that can be answered no more says why, and what to do. */
export function InvitationView({ invitation, address, reader }: InvitationViewProps) {
  const { t } = useTranslation('bands');
  if (!invitation) return <Closed title={t('invitation.unknown.title')} text={t('invitation.unknown.text')} />;
  const { state, organisationName, inviterName } = invitation;
  const who = { band: organisationName, inviter: inviterName };
  if (state !== 'open') return <Closed title={t(`invitation.${state}.title`, who)} text={t(`invitation.${state}.text`, who)} />;
  return <Open invitation={invitation} address={address} reader={reader} />;
}

function Open({ invitation, address, reader }: InvitationViewProps & { invitation: NonNullable<InvitationViewProps['invitation']> }) {
  const { t } = useTranslation('bands');
  const locale = useLocale();
  const { organisationName, isBand, inviterName, role, expiresAt } = invitation;
  const day = formatDay(localDateOf(expiresAt), locale, { long: true });
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('invitation.title', { band: organisationName })}
        lead={t(isBand ? 'invitation.lead' : 'invitation.leadOrganisation', { inviter: inviterName, band: organisationName })}
      />
      <p className="prose">
        {t(`invitation.${isBand ? 'as' : 'asOrganisation'}.${role}`)} {t('invitation.until', { day })}
      </p>
      {reader === 'other' && (
        <Notice tone="warning" title={t('invitation.other.title', { address })}>
          {t('invitation.other.text')}
        </Notice>
      )}
      {reader === 'visitor' && <p className="section-text">{t('invitation.signIn', { address })}</p>}
      {reader === 'other' ? (
        <form method="post" action="/logg-ut">
          <Button icon="log-out">{t('invitation.signOut')}</Button>
        </form>
      ) : (
        <form method="post" className="form-actions" data-reload>
          <Button variant="primary" size="xl" name="answer" value="accept">
            {reader === 'visitor' ? t('invitation.signInAndJoin') : t('invitation.join')}
          </Button>
          <Button variant="quiet" name="answer" value="decline">
            {t('invitation.decline')}
          </Button>
        </form>
      )}
    </div>
  );
}

function Closed({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation('bands');
  return (
    <div className="wrap page stack">
      <PageHead title={title} lead={text} />
      <div className="row-of">
        <ButtonLink href="/min-side" variant="primary">
          {t('back')}
        </ButtonLink>
        <ButtonLink href="/">{t('invitation.front')}</ButtonLink>
      </div>
    </div>
  );
}
