/** Jobs of invitations: topic and payload. */
import { z } from 'zod';

export const INVITATION_MAIL = 'organisations.invitation-mail';

export const invitationMailPayload = z.object({ invitationId: z.uuid() });
