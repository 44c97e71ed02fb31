import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After going to another page the focus starts at its content and the view at its top, as on a fresh load. */
export function useFocusOnNavigate(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
}
