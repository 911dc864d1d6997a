import type { RulebookDocument } from '@huiying/contracts';

/**
 * The same in English, word by word the catalogue's (a test holds the two together): what people read who work in English while no
 * revision has taken version 1's place.
 */
export const FIRST_TEXTS_EN: Readonly<Partial<Record<RulebookDocument, string>>> = {
  D01: `Real-estate registration centre – complaint mechanism
R01.1 Complaints arrive by phone, e-mail or letter; each channel is recorded on the case.
R01.2 A complaint must be specific and carry evidence or material; one that is not is returned to the complainant with what is missing, and continues when the supplement arrives.
R01.3 After a preliminary check the complainant is told whether the complaint meets the conditions.
R01.4 A reply with the outcome and the measures goes to the complainant within the set time.
R01.5 Measures include verification, ordered rectification and compensation; a decision names one or more and each is tracked to completion.
R01.6 The outcome is followed up and the complainant can see progress and result at any time.
R01.7 A dissatisfied complainant may ask for a re-review or appeal to the competent authority.
R01.8 While measures are open the complainant is told the progress without asking, by their channel.`,
  D02: `Developer – customer complaint rules (construction-quality escalation)
R02.1 The developer's customer-service department takes quality complaints that the property company cannot handle, service-quality complaints with their disputes, and supervises the property company's service quality.
R02.2 Recurring problems of construction quality, property service and sales service are analysed periodically, fed back to the departments, put to management for preventive measures, and their implementation is tracked.
R02.3 On a quality complaint the property service centre fills in the registration form at once and reports to its head, who has technicians survey the site the same day.
R02.4 Where the owner is responsible, the service centre explains that to the owner and the case closes with the explanation.
R02.5 Where the owner is not responsible and the defect is minor, the service centre's engineering department repairs it, in principle within 3 days.
R02.6 What the service centre cannot resolve goes the same day to the property company's quality-engineering centre, which surveys the site the same day.
R02.7 An ordinary quality problem is repaired with the quality centre's help, in principle within 3 days; in special cases a deadline is agreed with the owner and recorded.
R02.8 What the quality centre cannot resolve is written up in a site survey report with colour photographs and sent within 2 days to both the developer's customer-service department and the construction company's engineering department.
R02.9 Within one year of completion acceptance (warranty) the construction company assigns the site project department the same day; after the full year its maintenance crew, the same day. In principle done within 5 days; in special cases a deadline agreed with the owner.
R02.10 The customer-service department tracks the construction company's handling until it is done.
R02.11 For a serious or complex quality problem the customer-service department leads a joint survey with the construction company's engineering department and the property company, a solution is agreed, and its implementation tracked.`,
  D03: `Developer – complaint management system
R03.1 A dedicated body takes complaints from consumers, owners and other parties and files each one promptly.
R03.2 Ways to complain, acceptance conditions, responsible post and time limits are stated and applied.
R03.3 The handling procedure states flow, method, assessment and remedies, and every case shows where it stands in it.
R03.4 Ways to complain, the procedure and (anonymised) results are published.
R03.5 Handling is audited and assessed at regular intervals; findings become improvements.
R03.6 Intake staff are trained; training sessions and attendance are on record and due ones are raised.
R03.7 Material and the handling of every complaint are archived and kept confidential.
R03.8 Complaints are handled by their deadline; what is near or past it is visible and escalates.
R03.9 Customers are heard: their satisfaction and expectations are asked and used.
R03.10 Experience is reviewed and the rules themselves are improved, with versions kept.
R03.11 Every handled complaint states its cause (a code and a sentence), which feeds the analysis of recurring problems and hot topics.`,
  D04: `Construction and real-estate industry – complaint handling measures
R04.1 Construction, sales, leasing and property-management complaints are in scope.
R04.3 Phone, e-mail, web platform and on-site reception are all open.
R04.4 Registration and preliminary review happen within X working days; an accepted complaint is confirmed; a refused one gets the reason and is guided to supplement it or to another lawful route.
R04.5 The complainant's personal data are confidential and never disclosed.
R04.6 A named person investigates and collects evidence: contracts, documents, site photographs.
R04.7 Complainant and respondent are both heard, with the chance to defend themselves, before a decision.
R04.8 A decision is made within X working days and states finding, opinion and basis.
R04.9 Where facts are clear and evidence conclusive, the respondent is ordered to correct, compensate or otherwise remedy.
R04.10 A complaint that touches several departments or is complex is settled in a joint consultation of those departments.
R04.11 The outcome reaches the complainant within X working days of the decision, through the channel the complaint came by.
R04.12 With the outcome a complainant is told how to ask for a review or take another lawful route.
R04.13 General complaints finish within X working days, complex ones within Y; with approval the limit may be extended, never beyond Z in all.`,
  D05: `Developer – employee complaints and whistle-blowing
R05.1 Employees report orally to their supervisor or above, or in writing to HR or a dedicated mailbox.
R05.2 A report is registered immediately and gets an acceptance number as its reference.
R05.3 The investigation protects the reporter's privacy and rights and is fair and transparent to both sides.
R05.4 Measures follow from the findings; reporter and accused are treated equally.
R05.5 The reporter gets the outcome promptly; identity and content stay confidential (only the case's named handlers see them).
R05.6 Every report's handling is recorded and archived.
R05.7 Management names the person in charge and supervises the investigation; HR makes the preliminary check, assists and gives the outcome; a supervisor handles oral reports promptly. Nobody named in a report may handle or read it.
R05.8 Management designates one standing custodian and a substitute who receive, keep and archive the material of all reports, except those that name them.
R05.9 With the outcome HR gives the reporter advice: further routes, protection.
R05.10 Management drafts, revises and puts into force the rules on employee reports.`,
  D06: `Brokerage industry – making complaint handling effective
R06.1 Steps, hand-overs and waiting time of the process are measured so that redundant steps can be found and removed.
R06.2 Complaints and questions can be filed online and answered there.
R06.3 Brokerage staff (consultants, store managers) are trained in handling complaints by courses and on-the-job practice; both are planned and attendance is on record.
R06.4 Departments, and outside authorities where involved, share the case's information and work on it together.
R06.5 Complaint data are analysed continuously; hot topics surface by subject, place, company and period.
R06.6 Each party's rights and duties and the procedure are written down, versioned and supervised.
R06.7 Mediation is offered before a ruling: acceptance, preliminary investigation, mediation, ruling.`,
  D07: `Group customer-complaint procedure (sales and leasing)
R07.1 A written complaint is entered in the complaint record; the customer is told the expected feedback date, which is recorded.
R07.2 An oral or phone complaint is recorded, read back to the customer and confirmed; the feedback date is given and recorded.
R07.3 What sales or leasing staff can settle themselves they settle, and report the result to their superior within one day.
R07.4 What they cannot settle climbs with a work order: salesperson, sales lead, sales manager, deputy general manager, general manager, one level at a time.
R07.5 Where other departments are involved, the sales manager issues a complaint work order to them, and each must return a clear opinion.
R07.6 By the feedback date the customer hears the opinion and is asked for theirs; face to face, the customer signs the record.
R07.7 When it cannot be done in time the handler agrees a new feedback date with the customer before the old one passes, at most twice.
R07.8 The sales lead goes through the department's complaint records every day.
R07.9 At month's end the complaints are summarised in a report to the sales manager and the deputy general manager, with the report and copies of the records to the head of engineering.
R07.10 The monthly sales meeting discusses the report; its conclusions are minuted and followed up.
R07.11 At year's end the sales manager writes the annual complaint summary from the monthly reports for the management representative.`,
  D08: `Property complaints – emergency response plan
R08.1 The plan covers residential, commercial and office projects.
R08.2 A leading group (general manager, deputy, department heads) and an office (marketing manager, customer-service manager, staff of customer service, marketing, engineering, finance) are on file and receive their tasks by role.
R08.3 Complaints by phone, letter, e-mail and on site are registered at once with name, contact, time and content.
R08.4 The office organises an objective, fair and complete investigation with the departments.
R08.5 A justified complaint is resolved and answered; an unjustified one is explained; a major one starts the emergency plan.
R08.6 The outcome is given to the complainant promptly and recorded.
R08.7 The plan starts immediately when a major complaint may disturb the project's operation or harm the company's public standing.
R08.8 The response reports to the leading group at once, forms an emergency team, coordinates the departments, strengthens on-site monitoring, guides public opinion and publishes information in time; these run side by side and each is tracked.
R08.9 The leading group revises the plan; a revision takes effect once the general manager approves it.
R08.10 The emergency team handles the incident on site and records its actions until the leading group declares it over.`,
  D09: `Developer – detailed complaint rules and supervision office
R09.1 Construction quality (safety, house quality, after-sales) and service quality (marketing and sales services) are in scope.
R09.2 The supervision office takes up eight kinds of misconduct in complaint handling: unjustified delay; shirking or perfunctory handling; abuse of the role for gain; extortion; rude conduct; ignoring justified demands; not handling or reporting by the rules; other poor service.
R09.3 The call, letter and visit form records name, phone, address, content, the receiver's name and the time.
R09.4 Complaints are screened and reported to the leader in charge; once the leader signs, they go to the department.
R09.5 A complaint outside this company's scope but inside the group's is redirected: the complainant is told to turn to the group's centre, and the hand-over is recorded.
R09.6 The receiver follows the case through to its result and records the effect.
R09.7 What can be solved the same day is; otherwise the user is told and it is done within 3 days.
R09.8 In the first working week of a month the previous month's report and summary table go to the group's supervision centre.
R09.9 Office hours are 8:00-12:00 and 14:00-18:00 in winter, 8:00-12:00 and 14:30-18:30 in summer; intake outside them is taken and counts from the next opening.
R09.10 The company office is the supervision office, in normal office hours.`,
  D10: `Group – complaint handling code of practice
R10.1 Group, region and project company each have their customer-service role; the department complained about handles it directly; leaders oversee.
R10.2 Who may decide depends on severity and amount: project head, regional executive, group executive, each within their authority.
R10.3 Visits, phone, letter, web and complaints passed on by the property-management unit are all complaints.
R10.4 During construction and within 50 days after central hand-over, defects are rectified but are not complaints; they are recorded, and concentrated ones get a special analysis filed with the group.
R10.5 Major: cost of at least CNY 10,000 (repair, compensation) for one case, a group of at least 5 households, or judicial proceedings.
R10.6 Everything else is a general complaint. Severity is decided again whenever amount, households or proceedings change.
R10.8 After a controlled or joint project company is dissolved its complaints go to the party agreed in the cooperation agreement; without one, and for a wholly owned company, the group handles them.
R10.9 Group customer service collects the complaint data of all project companies, analyses them and communicates the result to regions and projects.
R10.10 Group and region customer service review the project companies' handling, urge and guide; each guidance and its answer is recorded.`,
  D11: `Brokerage – complaint handling
R11.1 A non-malicious customer complaint against a store: CNY 500 fine for the store and a published reprimand.
R11.2 Against a consultant: CNY 100 for the consultant, CNY 50 for the store manager for lax supervision, and a published reprimand of both.
R11.3 A complaint is malicious when neither store nor consultant was at fault in the business; a malicious one lifts the fines of R11.1 and R11.2 and does not count in rankings; charges for its climb (R11.8, R11.10) stand.
R11.4 A store exposed in the media that can show the report is wrong must publish a clarification within 5 days in the same outlet or one of the same level; otherwise the report counts as true.
R11.5 Newspaper exposure of a customer's complaint about service or a violation, verified: the exposed store pays CNY 100 to every other store.
R11.6 Television exposure of a customer's complaint about service or a violation, verified: the exposed store pays CNY 200 to every other store.
R11.7 Fines are paid to the finance department within 3 days from the penalty notice, its own day counted; overdue ones are chased.
R11.8 Complaints between customer and store or store and store are first the store's to settle; one that climbs to region or headquarters through poor handling earns the store a regional penalty whether or not it caused the complaint.
R11.9 At year's end the three stores with the most complaints, malicious ones left out, are fined CNY 2,000, 1,500 and 1,000; ties share the higher fine.
R11.10 A store settles a customer's complaint within 2 working days; if late, or the customer is not satisfied, it goes to the region, which fines the store and charges CNY 500 handling fee per case.
R11.11 Penalties for stores' day-to-day complaints follow a separate schedule that the operator maintains.
R11.12 Between stores: the complaining store files written material with the region within 3 days; the region serves the notice, with the complaining store's material, on the respondent within 5 to 7 working days; a respondent silent for 5 days after receipt loses by default; otherwise the region mediates and rules.
R11.13 Complaints about title certificates have a route of their own.`,
  D12: `Follow-up service and customer complaint procedure
R12.1 First contact owns: whoever receives the complaint must take and explain it, and stays responsible until customer service has accepted the transfer.
R12.2 A question that cannot be answered at once is recorded, handled, answered to the customer, signed where needed, and filed.
R12.3 A department that receives a complaint from the centre classifies it, handles it, files it and answers the centre in writing with what was done and the result.
R12.4 Key customers go by a green channel with tighter limits; the departments are told in writing, progress is tracked and overruns are reported to management.
R12.5 At month's end the complaint tickets are compiled for the management department.
R12.6 A serious problem is reported to the management department at once, which coordinates, up to the general manager where needed.
R12.7 Customers are surveyed by call-back, questionnaire and visit; results lead to corrective and preventive action.
R12.8 The management department acts on the monthly compilation; its decision on each item is recorded and tracked.`,
  D13: `Property management – ISO 9000 resident complaint procedure
R13.1 The operations department has a hotline; it handles or oversees major and long-unresolved complaints and those of the hotline.
R13.2 Every complaint or suggestion is registered so that it can be counted.
R13.3 Validity is judged at once: an invalid one is passed to the department to deal with and recorded, a repair request goes to the maintenance service, a valid one to the head of operations at once.
R13.4 The handling report carries the same number as the registration.
R13.5 The head agrees remedial or corrective measures with the department concerned, sees them done by the planned time, gives feedback to the resident and reports to the management representative.
R13.6 A major complaint that operations cannot handle in time, or that needs the deputy general manager's decision, is handled by that decision and worked on until the resident is satisfied.
R13.7 Where corrective action is needed it follows the corrective and preventive action procedure, and its number is written on the complaint's report.
R13.8 The valid-complaint rate is calculated by the stated formula (our start value: valid complaints / households served, per period; the source refers to its quality manual).
R13.9 The deputy management representative verifies the handling and submits the result to the general manager or deputy for approval.
R13.10 The general office owns the registration form; the operations department registers every call, letter and visit with it.`,
};
