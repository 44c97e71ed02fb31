import './styles';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { Providers } from './app/providers';
import { createRouter } from './app/router';
import { endSession } from './app/session';
import { createQueryClient } from './api/query-client';
import { startI18n } from './i18n/i18n';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
// The lock on scrolling behind dialogs writes a style of its own; without the nonce the policy refuses it.
setNonce(nonce);

const queryClient = createQueryClient(() => endSession(queryClient));
const router = createRouter(queryClient);

void startI18n().then(() =>
  createRoot(document.getElementById('root')!).render(
    <Providers queryClient={queryClient} nonce={nonce}>
      <RouterProvider router={router} />
    </Providers>,
  ),
);
