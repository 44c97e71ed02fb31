import { useQueryClient } from '@tanstack/react-query';
import { useMe } from '../api/use-session';
import { useNotices } from '../components/feedback/notices';
import { PersonMenu } from '../components/shell/person-menu';
import { signOut } from './session';

/** The person menu of whoever is signed in. */
export function AccountMenu({ sub }: { sub?: string }) {
  const { person } = useMe();
  const queryClient = useQueryClient();
  const notices = useNotices();
  return (
    <PersonMenu
      name={person.displayName}
      email={person.email}
      sub={sub}
      onSignOut={() => void signOut(queryClient).catch(notices.failed)}
    />
  );
}
