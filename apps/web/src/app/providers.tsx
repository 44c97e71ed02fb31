import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfirmProvider } from '../components/feedback/confirm';
import { NoticesProvider } from '../components/feedback/notices';
import { cssVariables, theme } from '../theme/theme';

interface ProvidersProps {
  queryClient: QueryClient;
  /** Nonce of the page's content security policy, for the styles Mantine writes. */
  nonce: string;
  children: ReactNode;
}

const schemes = localStorageColorSchemeManager({ key: 'braidway.scheme' });

/** Everything a page may rely on: theme, cache of the API, notices, confirm dialog. */
export function Providers({ queryClient, nonce, children }: ProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <NoticesProvider>
          <ConfirmProvider>{children}</ConfirmProvider>
        </NoticesProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
