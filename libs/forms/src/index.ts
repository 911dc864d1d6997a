export { CompletedForms, type CompletedTask } from './completed-forms.js';
export { FormsModule } from './forms.module.js';
export { type CheckedForm, type FormAnswers, FormOwner, type FormSubject, type OwnedForm } from './owned-form.js';
