import type { RouteDeclaration } from '@huiying/platform';

/** As a line of docs/security/routes.csv says it. */
export function accessOf({ access }: RouteDeclaration): string {
  if (!access) return 'undeclared';
  switch (access.mode) {
    case 'service':
      return 'service';
    case 'public':
      return `public ${access.action}${access.limit ? ` limit ${access.limit}` : ''}`;
    case 'complainant':
      return `complainant ${access.action} of ${access.id}`;
    case 'object':
      return `staff ${access.action} on ${access.on} ${access.id}`;
    case 'plain':
      return `staff ${access.action}`;
    case 'list':
      return `staff ${access.action} list`;
  }
}
