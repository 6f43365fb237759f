import { useTranslation } from 'react-i18next';
import type { RequestPage } from '~/modules/bookings/approval/request-page.queries.server';
import { DeskColumns } from '../desk/desk-columns';
import { AdminHead } from '../layout/admin-top';
import { BackLink } from '../layout/page-head';
import { Tag, type TagTone } from '../ui/tag';
import { AnswerForms } from './answer-forms';
import type { RefusedStep } from './refused-step';
import { RequestFacts } from './request-facts';
import { RequestTalk } from './request-talk';
import { StepNotice } from './step-notice';

type HouseRequestViewProps = { request: RequestPage; said: string | null; refused: RefusedStep | null };

const TONES: Readonly<Record<RequestPage['state'], TagTone>> = {
  pending: 'straw',
  conditions: 'straw',
  approved: 'spruce',
  declined: 'red',
  lapsed: 'plain',
  withdrawn: 'plain',
};

/** A request as the house sees it: who asks for what, the answer, and the conversation. */
export function HouseRequestView({ request, said, refused }: HouseRequestViewProps) {
  const { t } = useTranslation('approval');
  const { who, state, bookingId } = request;
  return (
    <>
      <BackLink href={`/admin/bestillinger/${bookingId}`} label={t('page.back')} />
      <AdminHead
        title={t('page.titleHouse', { who, room: whatIsAskedFor(request) })}
        note={<Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>}
      />
      <StepNotice said={said} refused={refused} />
      <DeskColumns side={<RequestFacts request={request} side="house" />}>
        <AnswerForms request={request} refused={refused} />
        <RequestTalk request={request} side="house" refused={refused} />
      </DeskColumns>
    </>
  );
}

/** The room; a project in several rooms is asked for by its title. */
function whatIsAskedFor({ occurrences, purpose }: RequestPage): string {
  const rooms = [...new Set(occurrences.map(({ roomName }) => roomName))];
  return rooms.length > 1 && purpose !== '' ? `«${purpose}»` : (rooms[0] ?? '');
}
