import { useTranslation } from 'react-i18next';
import type { BandBookings as BandBookingsPage } from '~/modules/bookings/band-bookings.queries.server';
import type { BandPage } from '~/modules/organisations/bands/band-page.queries.server';
import { PageHead } from '../layout/page-head';
import { MyColumns } from '../my/my-page';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { BandBookings } from './band-bookings';
import { bandErrorText } from './band-errors';
import { BandInvitations } from './band-invitations';
import { BandMembers } from './band-members';
import { BandSettings } from './band-settings';

export type BandViewProps = {
  band: BandPage;
  bookings: BandBookingsPage;
  viewerId: string;
  manages: boolean;
  mayBook: boolean;
  /** What the last form did. */
  said: 'made' | 'joined' | 'rename' | 'invite' | 'resend' | 'withdraw' | 'role' | 'remove' | null;
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  /** Why the last form was refused, where no field of it is to blame. */
  refusal: string | null;
};

/** A band: what it has booked, who plays in it, who is asked to. */
export function BandView({ band, bookings, viewerId, manages, mayBook, said, errors, values, refusal }: BandViewProps) {
  const { t } = useTranslation('bands');
  return (
    <div className="wrap page stack">
      <PageHead
        title={band.name}
        lead={t('members.count', { count: band.members.length })}
        back={{ href: '/min-side', label: t('back') }}
        actions={
          <>
            {mayBook && (
              <ButtonLink href="/rom" variant="primary" icon="search">
                {t('book')}
              </ButtonLink>
            )}
            <ButtonLink href="/min-side/kalendere" icon="calendar">
              {t('calendar')}
            </ButtonLink>
          </>
        }
      />
      {said && <Notice tone="success" title={t(`said.${said}`, { name: band.name })} announce />}
      {refusal && <Notice tone="danger" title={bandErrorText(refusal, t)} announce />}
      <MyColumns
        side={
          <>
            <BandMembers band={band} viewerId={viewerId} manages={manages} />
            {band.invitations && <BandInvitations invitations={band.invitations} errors={errors} values={values} />}
          </>
        }
        below={<BandSettings name={band.name} manages={manages} error={bandErrorText(errors['name'], t)} typed={values['name']} />}
      >
        <BandBookings bandId={band.id} bookings={bookings} mayBook={mayBook} />
      </MyColumns>
    </div>
  );
}
