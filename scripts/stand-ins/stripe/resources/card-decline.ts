export interface CardDecline {
  declineCode: 'generic_decline' | 'insufficient_funds';
  message: string;
}
