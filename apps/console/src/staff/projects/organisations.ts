import type { PortalOrganisation } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../session/session.js';

/** Organisations that a project or building may name; empty while they load. */
export function useOrganisations(): PortalOrganisation[] {
  const found = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => api<PortalOrganisation[]>('/api/portal/organisations', { signal }),
  });
  return found.data ?? [];
}
