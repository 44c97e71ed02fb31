import { useWorkplace } from '../../app/workplace';
import { CaseloadPage } from './caseload-page';
import { MyWorkPage } from './my-work-page';

const WATCHING = ['coach', 'state_admin', 'auditor'];

/** First screen: the caseload for those who look after partnerships, their own work for everybody else. */
export function HomePage() {
  const { grant } = useWorkplace();
  return WATCHING.includes(grant.role) ? <CaseloadPage /> : <MyWorkPage />;
}
