import '../src/styles';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../src/api/query-client';
import { Providers } from '../src/app/providers';
import { startI18n } from '../src/i18n/i18n';
import { Gallery } from './gallery';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
setNonce(nonce);

void startI18n().then(() =>
  createRoot(document.getElementById('root')!).render(
    <Providers queryClient={createQueryClient(() => undefined)} nonce={nonce}>
      <RouterProvider router={createBrowserRouter([{ path: '*', Component: Gallery }])} />
    </Providers>,
  ),
);
