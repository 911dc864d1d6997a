import { Column } from 'typeorm';

/**
 * Personal data of a case (access.md §3): `…Enc` sealed by the case's data key, `…Masked` what others see, `…Blind` the index for
 * exact search. Free text is searched on its masked form alone.
 */
export class PersonalColumns {
  @Column({ name: 'contact_name_enc', type: 'text', nullable: true }) contactNameEnc: string | null;
  @Column({ name: 'contact_name_masked', type: 'text', nullable: true }) contactNameMasked: string | null;
  @Column({ name: 'contact_name_blind', type: 'text', nullable: true }) contactNameBlind: string | null;
  @Column({ name: 'contact_phone_enc', type: 'text', nullable: true }) contactPhoneEnc: string | null;
  @Column({ name: 'contact_phone_masked', type: 'text', nullable: true }) contactPhoneMasked: string | null;
  @Column({ name: 'contact_phone_blind', type: 'text', nullable: true }) contactPhoneBlind: string | null;
  @Column({ name: 'contact_email_enc', type: 'text', nullable: true }) contactEmailEnc: string | null;
  @Column({ name: 'contact_email_masked', type: 'text', nullable: true }) contactEmailMasked: string | null;
  @Column({ name: 'contact_email_blind', type: 'text', nullable: true }) contactEmailBlind: string | null;
  @Column({ name: 'contact_address_enc', type: 'text', nullable: true }) contactAddressEnc: string | null;
  @Column({ name: 'contact_address_masked', type: 'text', nullable: true }) contactAddressMasked: string | null;
  @Column({ name: 'contact_address_blind', type: 'text', nullable: true }) contactAddressBlind: string | null;
  @Column({ name: 'room_enc', type: 'text', nullable: true }) roomEnc: string | null;
  @Column({ name: 'room_masked', type: 'text', nullable: true }) roomMasked: string | null;
  @Column({ name: 'room_blind', type: 'text', nullable: true }) roomBlind: string | null;
  @Column({ name: 'subject_enc', type: 'text', nullable: true }) subjectEnc: string | null;
  @Column({ name: 'subject_masked', type: 'text', nullable: true }) subjectMasked: string | null;
  @Column({ name: 'description_enc', type: 'text', nullable: true }) descriptionEnc: string | null;
  @Column({ name: 'description_masked', type: 'text', nullable: true }) descriptionMasked: string | null;
  @Column({ name: 'demand_enc', type: 'text', nullable: true }) demandEnc: string | null;
  @Column({ name: 'demand_masked', type: 'text', nullable: true }) demandMasked: string | null;
  @Column({ name: 'explanation_enc', type: 'text', nullable: true }) explanationEnc: string | null;
  @Column({ name: 'explanation_masked', type: 'text', nullable: true }) explanationMasked: string | null;
  @Column({ name: 'respondent_person_enc', type: 'text', nullable: true }) respondentPersonEnc: string | null;
  @Column({ name: 'respondent_person_masked', type: 'text', nullable: true }) respondentPersonMasked: string | null;
  @Column({ name: 'authorities_enc', type: 'text', nullable: true }) authoritiesEnc: string | null;
  @Column({ name: 'authorities_masked', type: 'text', nullable: true }) authoritiesMasked: string | null;
  @Column({ name: 'reason_enc', type: 'text', nullable: true }) reasonEnc: string | null;
  @Column({ name: 'reason_masked', type: 'text', nullable: true }) reasonMasked: string | null;
}
