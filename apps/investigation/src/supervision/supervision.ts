const AUDIT = 'supervision-audit:';

/** Unit of an audit's schedule key, `supervision-audit:<unitId>:<period>`. */
export function auditedUnit(subjectNo: string): string | undefined {
  return subjectNo.startsWith(AUDIT) ? subjectNo.slice(AUDIT.length).split(':')[0] : undefined;
}

/** Is it the subject of a supervision file and not a case? */
export function isSupervision(subjectNo: string): boolean {
  return subjectNo.startsWith('DB-') || subjectNo.startsWith(AUDIT);
}
