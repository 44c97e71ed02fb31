import type { QueryClient } from '@tanstack/react-query';
import { api, keepCsrfToken, unwrap } from '../api/client';
import { signInAddress } from '../api/return-address';
import { forgetPending } from '../api/use-autosave';
import { meQuery } from '../api/use-session';
import type { Me } from '../api/contract';

const MARK = 'braidway.signed-in';

/** Whether this device was signed in last; saves a request that would only answer 401. */
export const wasSignedIn = (): boolean => localStorage.getItem(MARK) === 'yes';

/** After sign-in: keeps the token for writes and reads who it is. */
export async function beginSession(queryClient: QueryClient, csrfToken: string): Promise<Me> {
  keepCsrfToken(csrfToken);
  localStorage.setItem(MARK, 'yes');
  queryClient.clear();
  return queryClient.fetchQuery(meQuery);
}

/** The session ended on its own: back to sign-in, which leads here again. What waits to be saved stays on this device. */
export function endSession(queryClient: QueryClient): void {
  if (!location.pathname.match(/^\/(t|account|platform)(\/|$)/)) return;
  localStorage.removeItem(MARK);
  queryClient.clear();
  location.assign(signInAddress(location.pathname + location.search));
}

/** Signs out: ends the session on the server and leaves nothing of this person on the device. */
export async function signOut(queryClient: QueryClient): Promise<void> {
  await unwrap(api.POST('/api/v1/auth/logout'));
  localStorage.removeItem(MARK);
  forgetPending();
  queryClient.clear();
  location.assign('/');
}
