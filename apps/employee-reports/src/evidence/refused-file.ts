/** A file that cannot be read. It says nothing of what was found in it. */
export class FileDamaged extends Error {}

/** A file whose hidden content could name somebody and cannot be taken out without changing what the file says. */
export class HiddenContent extends Error {}
