import { Inject, Injectable } from '@nestjs/common';
import { RecordedForm } from '@huiying/forms';
import { ResponseScreens } from '../screens/response-screens.js';
import { ResponseBook } from './response-book.js';

/** A form of a response: its subject is the case. */
@Injectable()
export abstract class ResponseForm extends RecordedForm {
  /** Every form has these, none passes them on: injected here, not through eight constructors. */
  @Inject(ResponseBook) protected readonly responses: ResponseBook;
  @Inject(ResponseScreens) protected readonly screens: ResponseScreens;
}
