import { Navigate } from 'react-router';
import { firstPage } from './places';
import { useWorkplace } from './workplace';

/** `/t/:tenant` alone leads to the first screen of the person's role. */
export function FirstPage() {
  return <Navigate to={firstPage(useWorkplace())} replace />;
}
