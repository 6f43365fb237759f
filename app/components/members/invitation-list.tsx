import type { ReactNode } from 'react';
import { Button } from '../ui/button';

export type InvitationWords = {
  list: string;
  resend: string;
  resendTo: (email: string) => string;
  withdraw: string;
  withdrawFrom: (email: string) => string;
};

type InvitationListProps = {
  /** `text`: as what, and until when; `end`: where it stands, at the edge. */
  invitations: readonly { id: string; email: string; text: string; end?: ReactNode }[];
  words: InvitationWords;
};

/** Who is asked to join and has not answered. Posts `resend` or `withdraw` to the page itself. */
export function InvitationList({ invitations, words }: InvitationListProps) {
  return (
    <ul aria-label={words.list}>
      {invitations.map(({ id, email, text, end }) => (
        <li key={id} className="band-member">
          <div className="list-row">
            <span>
              <b className="band-address">{email}</b>
              <span className="list-row-sub">{text}</span>
            </span>
            {end}
          </div>
          <form method="post" className="row-of">
            <input type="hidden" name="invitationId" value={id} />
            <Button name="intent" value="resend" icon="repeat" aria-label={words.resendTo(email)}>
              {words.resend}
            </Button>
            <Button name="intent" value="withdraw" icon="close" aria-label={words.withdrawFrom(email)}>
              {words.withdraw}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
