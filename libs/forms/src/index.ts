export { Answers } from './answers.js';
export { CompletedForms, type CompletedTask } from './completed-forms.js';
export { type CompletedFormsConsumer, completedFormsConsumer } from './completed-forms-consumer.js';
export { formMigrations } from './form-record.migration.js';
export { type FormRecord, FormRecords } from './form-records.js';
export { FormsModule } from './forms.module.js';
export { momentOf } from './moment.js';
export { type CheckedForm, type FormAnswers, FormOwner, type FormSubject, type OwnedForm } from './owned-form.js';
export { type FormContext, RecordedForm, type Told } from './recorded-form.js';
