import type { ApprovalState } from './approval-policy';

/** How a request stands for whoever sent it, in one word. */
export type RequestView = 'requested' | 'conditions' | 'approved' | 'declined' | 'lapsed' | 'withdrawn';

export function requestView(state: ApprovalState): RequestView {
  return state === 'pending' ? 'requested' : state;
}

const VIEWS: readonly string[] = ['requested', 'conditions', 'approved', 'declined', 'lapsed', 'withdrawn'] satisfies RequestView[];

export function isRequestView(view: string): view is RequestView {
  return VIEWS.includes(view);
}
