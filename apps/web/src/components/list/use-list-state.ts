import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { readFilters, withFilter, type FilterDef } from './filters';

interface ListOptions {
  filters?: FilterDef[];
  /** Order at first, as the API takes it: `name`, `-dueOn`. */
  sort?: string;
  /** Rows on a page. */
  limit?: number;
}

/** What a list shows, kept in the address so that it can be reloaded and shared. */
export interface ListState {
  filters: FilterDef[];
  values: Record<string, string>;
  sort: string | undefined;
  /** Number of the first row of this page, from 1. */
  from: number;
  /** Query of the API for this page. */
  query: Record<string, string | number>;
  setFilter: (key: string, value: string | undefined) => void;
  clearFilters: () => void;
  setSort: (sort: string) => void;
  next: (cursor: string, rows: number) => void;
  previous: () => void;
}

/** Filters, order and page of a list, read from and written to the address. */
export function useListState({ filters = [], sort: firstSort, limit = 25 }: ListOptions = {}): ListState {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const values = readFilters(filters, params);
  const sort = params.get('sort') ?? firstSort;
  const cursor = params.get('cursor');
  const change = (make: (old: URLSearchParams) => URLSearchParams) => setParams(make, { replace: true });
  const first = (old: URLSearchParams) => withFilter(old, 'cursor', undefined);
  return {
    filters,
    values,
    sort,
    from: Number(params.get('from') ?? 1) || 1,
    query: { limit, ...(sort && { sort }), ...(cursor && { cursor }), ...values },
    setFilter: (key, value) => change((old) => withFilter(old, key, value)),
    clearFilters: () =>
      change((old) => Object.keys(values).reduce((next, key) => withFilter(next, key, undefined), old)),
    setSort: (next) => change((old) => withFilter(old, 'sort', next)),
    next: (to, rows) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          next.set('cursor', to);
          next.set('from', String(Number(old.get('from') ?? 1) + rows));
          return next;
        },
        { state: { paged: true } },
      ),
    previous: () => ((location.state as { paged?: boolean } | null)?.paged ? void navigate(-1) : setParams(first)),
  };
}
