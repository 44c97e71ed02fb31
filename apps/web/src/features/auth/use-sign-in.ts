import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client';
import { safeReturn } from '../../api/return-address';
import { firstAddress } from '../../app/places';
import { beginSession } from '../../app/session';

/** What sign-in needs; `code` only where the account asks for a second factor. */
export interface Credentials {
  email: string;
  password: string;
  code?: string;
}

/** Signs in and goes to where the person wanted to be, else to the first page. @throws ApiProblem */
export function useSignIn(): (credentials: Credentials) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return async (credentials) => {
    const { csrfToken } = await unwrap(api.POST('/api/v1/auth/login', { body: credentials }));
    const me = await beginSession(queryClient, csrfToken);
    await navigate(safeReturn(params.get('return')) ?? firstAddress(me));
  };
}
