/** 138****5678: enough to recognise one's own number on the check page. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? phone : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
