import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Empty, FilteredEmpty, Loading, Trouble } from './states.js';

/** As `useInfiniteQuery` answers. */
interface Pages {
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => Promise<unknown>;
  fetchNextPage: () => Promise<unknown>;
}

/** What stands below the filters of a list that comes page by page: its rows, or why there are none, and 更多. */
export function PagedList(props: {
  list: Pages;
  /** Rows that came so far. */
  count: number;
  empty: string;
  filteredEmpty: string;
  /** What the list is narrowed by; none of it, and `empty` says why nothing is there. */
  conditions: { label: string; onRemove: () => void }[];
  onClear: () => void;
  /** Rows that are drawn while it loads. */
  loading?: number;
  children: ReactNode;
}) {
  const { t } = useWords();
  const { list, count, conditions, loading = 8 } = props;
  return (
    <>
      {list.isPending && <Loading rows={loading} />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess &&
        count === 0 &&
        (conditions.length > 0 ? (
          <FilteredEmpty text={props.filteredEmpty} conditions={conditions} onClear={props.onClear} />
        ) : (
          <Empty text={props.empty} />
        ))}
      {count > 0 && props.children}
      {list.hasNextPage && (
        <Button block onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('state.more')}
        </Button>
      )}
    </>
  );
}
