import type { RulebookDocument } from '@huiying/contracts';

/**
 * Version 1 of the rulebook: each document as docs/rules/catalogue.yaml reads it (a test holds the two together), one line a rule, and the
 * registration form as its annex names it (R09.3, R13.10).
 */
export const FIRST_TEXTS: Readonly<Record<RulebookDocument, string>> = {
  D01: `不动产登记中心投诉处理机制
R01.1 投诉渠道：Complaints arrive by phone, e-mail or letter; each channel is recorded on the case.
R01.2 投诉内容：A complaint must be specific and carry evidence or material; one that is not is returned to the complainant with what is missing, and continues when the supplement arrives.
R01.3 接受投诉：After a preliminary check the complainant is told whether the complaint meets the conditions.
R01.4 反馈处理：A reply with the outcome and the measures goes to the complainant within the set time.
R01.5 调查核实/责令整改/赔偿补偿：Measures include verification, ordered rectification and compensation; a decision names one or more and each is tracked to completion.
R01.6 跟进反馈：The outcome is followed up and the complainant can see progress and result at any time.
R01.7 申诉机制：A dissatisfied complainant may ask for a re-review or appeal to the competent authority.
R01.8 提供进展情况：While measures are open the complainant is told the progress without asking, by their channel.`,
  D02: `房地产公司客户投诉处理规定
R02.1 房产公司客服部：The developer's customer-service department takes quality complaints that the property company cannot handle, service-quality complaints with their disputes, and supervises the property company's service quality.
R02.2 普遍性问题统计分析：Recurring problems of construction quality, property service and sales service are analysed periodically, fed back to the departments, put to management for preventive measures, and their implementation is tracked.
R02.3 物业服务中心投诉登记表/现场勘查：On a quality complaint the property service centre fills in the registration form at once and reports to its head, who has technicians survey the site the same day.
R02.4 属于业户责任：Where the owner is responsible, the service centre explains that to the owner and the case closes with the explanation.
R02.5 轻微工程质量问题：Where the owner is not responsible and the defect is minor, the service centre's engineering department repairs it, in principle within 3 days.
R02.6 品质工程管理中心：What the service centre cannot resolve goes the same day to the property company's quality-engineering centre, which surveys the site the same day.
R02.7 一般工程质量问题：An ordinary quality problem is repaired with the quality centre's help, in principle within 3 days; in special cases a deadline is agreed with the owner and recorded.
R02.8 现场勘查报告：What the quality centre cannot resolve is written up in a site survey report with colour photographs and sent within 2 days to both the developer's customer-service department and the construction company's engineering department.
R02.9 竣工验收/保修期/工程项目部/维修组：Within one year of completion acceptance (warranty) the construction company assigns the site project department the same day; after the full year its maintenance crew, the same day. In principle done within 5 days; in special cases a deadline agreed with the owner.
R02.10 跟踪落实：The customer-service department tracks the construction company's handling until it is done.
R02.11 牵头组织现场勘查：For a serious or complex quality problem the customer-service department leads a joint survey with the construction company's engineering department and the property company, a solution is agreed, and its implementation tracked.`,
  D03: `地产公司投诉管理制度
R03.1 投诉受理机构：A dedicated body takes complaints from consumers, owners and other parties and files each one promptly.
R03.2 投诉受理流程：Ways to complain, acceptance conditions, responsible post and time limits are stated and applied.
R03.3 投诉处理程序：The handling procedure states flow, method, assessment and remedies, and every case shows where it stands in it.
R03.4 信息公开：Ways to complain, the procedure and (anonymised) results are published.
R03.5 监督管理：Handling is audited and assessed at regular intervals; findings become improvements.
R03.6 员工培训：Intake staff are trained; training sessions and attendance are on record and due ones are raised.
R03.7 信息记录/存档/保密：Material and the handling of every complaint are archived and kept confidential.
R03.8 按时解决：Complaints are handled by their deadline; what is near or past it is visible and escalates.
R03.9 倾听机制：Customers are heard: their satisfaction and expectations are asked and used.
R03.10 持续改进：Experience is reviewed and the rules themselves are improved, with versions kept.
R03.11 分析问题原因：Every handled complaint states its cause (a code and a sentence), which feeds the analysis of recurring problems and hot topics.`,
  D04: `建筑和房地产业投诉处理管理办法
R04.1 适用范围：Construction, sales, leasing and property-management complaints are in scope.
R04.3 多种投诉渠道：Phone, e-mail, web platform and on-site reception are all open.
R04.4 登记和初步审查：Registration and preliminary review happen within X working days; an accepted complaint is confirmed; a refused one gets the reason and is guided to supplement it or to another lawful route.
R04.5 个人信息保密：The complainant's personal data are confidential and never disclosed.
R04.6 调查核实：A named person investigates and collects evidence: contracts, documents, site photographs.
R04.7 陈述和申辩：Complainant and respondent are both heard, with the chance to defend themselves, before a decision.
R04.8 处理决定：A decision is made within X working days and states finding, opinion and basis.
R04.9 补救措施：Where facts are clear and evidence conclusive, the respondent is ordered to correct, compensate or otherwise remedy.
R04.10 协商处理：A complaint that touches several departments or is complex is settled in a joint consultation of those departments.
R04.11 反馈告知：The outcome reaches the complainant within X working days of the decision, through the channel the complaint came by.
R04.12 复查：With the outcome a complainant is told how to ask for a review or take another lawful route.
R04.13 处理时限：General complaints finish within X working days, complex ones within Y; with approval the limit may be extended, never beyond Z in all.`,
  D05: `房地产公司员工投诉举报管理制度
R05.1 口头投诉/书面投诉：Employees report orally to their supervisor or above, or in writing to HR or a dedicated mailbox.
R05.2 受理号码：A report is registered immediately and gets an acceptance number as its reference.
R05.3 调查与核实：The investigation protects the reporter's privacy and rights and is fair and transparent to both sides.
R05.4 处理和解决：Measures follow from the findings; reporter and accused are treated equally.
R05.5 反馈与保密：The reporter gets the outcome promptly; identity and content stay confidential (only the case's named handlers see them).
R05.6 记录与归档：Every report's handling is recorded and archived.
R05.7 相关责任和职责：Management names the person in charge and supervises the investigation; HR makes the preliminary check, assists and gives the outcome; a supervisor handles oral reports promptly. Nobody named in a report may handle or read it.
R05.8 指定专人收集、处理和归档：Management designates one standing custodian and a substitute who receive, keep and archive the material of all reports, except those that name them.
R05.9 处理结果和建议：With the outcome HR gives the reporter advice: further routes, protection.
R05.10 制定、修订和推行：Management drafts, revises and puts into force the rules on employee reports.`,
  D06: `提高房地产经纪行业投诉处理效能管理办法
R06.1 优化投诉处理流程：Steps, hand-overs and waiting time of the process are measured so that redundant steps can be found and removed.
R06.2 在线投诉平台：Complaints and questions can be filed online and answered there.
R06.3 培训班/岗位实践：Brokerage staff (consultants, store managers) are trained in handling complaints by courses and on-the-job practice; both are planned and attendance is on record.
R06.4 跨部门合作机制：Departments, and outside authorities where involved, share the case's information and work on it together.
R06.5 投诉数据统计和分析：Complaint data are analysed continuously; hot topics surface by subject, place, company and period.
R06.6 完善制度和规范：Each party's rights and duties and the procedure are written down, versioned and supervised.
R06.7 调解协商/仲裁裁决：Mediation is offered before a ruling: acceptance, preliminary investigation, mediation, ruling.`,
  D07: `集团客户投诉处理程序
R07.1 客户投诉处理记录/预计反馈时间：A written complaint is entered in the complaint record; the customer is told the expected feedback date, which is recorded.
R07.2 复述后由客户确认：An oral or phone complaint is recorded, read back to the customer and confirmed; the feedback date is given and recorded.
R07.3 一日内通告上级主管：What sales or leasing staff can settle themselves they settle, and report the result to their superior within one day.
R07.4 工作处理单/逐级上报：What they cannot settle climbs with a work order: salesperson, sales lead, sales manager, deputy general manager, general manager, one level at a time.
R07.5 投诉工作处理单：Where other departments are involved, the sales manager issues a complaint work order to them, and each must return a clear opinion.
R07.6 反馈答复/签字：By the feedback date the customer hears the opinion and is asked for theirs; face to face, the customer signs the record.
R07.7 反馈期限的变更不得超过两次：When it cannot be done in time the handler agrees a new feedback date with the customer before the old one passes, at most twice.
R07.8 每天查阅：The sales lead goes through the department's complaint records every day.
R07.9 客户投诉报告：At month's end the complaints are summarised in a report to the sales manager and the deputy general manager, with the report and copies of the records to the head of engineering.
R07.10 销售工作会议纪要：The monthly sales meeting discusses the report; its conclusions are minuted and followed up.
R07.11 客户投诉总结：At year's end the sales manager writes the annual complaint summary from the monthly reports for the management representative.`,
  D08: `地产投诉应急预案
R08.1 适用范围：The plan covers residential, commercial and office projects.
R08.2 投诉处理领导小组/投诉处理办公室：A leading group (general manager, deputy, department heads) and an office (marketing manager, customer-service manager, staff of customer service, marketing, engineering, finance) are on file and receive their tasks by role.
R08.3 投诉接收：Complaints by phone, letter, e-mail and on site are registered at once with name, contact, time and content.
R08.4 投诉调查：The office organises an objective, fair and complete investigation with the departments.
R08.5 合理投诉/不合理投诉/重大投诉：A justified complaint is resolved and answered; an unjustified one is explained; a major one starts the emergency plan.
R08.6 投诉反馈：The outcome is given to the complainant promptly and recorded.
R08.7 启动条件：The plan starts immediately when a major complaint may disturb the project's operation or harm the company's public standing.
R08.8 应急措施：The response reports to the leading group at once, forms an emergency team, coordinates the departments, strengthens on-site monitoring, guides public opinion and publishes information in time; these run side by side and each is tracked.
R08.9 预案修订：The leading group revises the plan; a revision takes effect once the general manager approves it.
R08.10 应急处理小组/现场处理：The emergency team handles the incident on site and records its actions until the leading group declares it over.`,
  D09: `房地产公司投诉管理细则
R09.1 受理范围：Construction quality (safety, house quality, after-sales) and service quality (marketing and sales services) are in scope.
R09.2 督办稽查：The supervision office takes up eight kinds of misconduct in complaint handling: unjustified delay; shirking or perfunctory handling; abuse of the role for gain; extortion; rude conduct; ignoring justified demands; not handling or reporting by the rules; other poor service.
R09.3 来电、来信、来访投诉登记表：The call, letter and visit form records name, phone, address, content, the receiver's name and the time.
R09.4 甄别受理/主管领导签字：Complaints are screened and reported to the leader in charge; once the leader signs, they go to the department.
R09.5 非本公司受理范围：A complaint outside this company's scope but inside the group's is redirected: the complainant is told to turn to the group's centre, and the hand-over is recorded.
R09.6 受理人全程负责：The receiver follows the case through to its result and records the effect.
R09.7 当日处理/3日内处理完毕：What can be solved the same day is; otherwise the user is told and it is done within 3 days.
R09.8 上月投诉情况报告及汇总表：In the first working week of a month the previous month's report and summary table go to the group's supervision centre.
R09.9 冬季/夏季作息：Office hours are 8:00-12:00 and 14:00-18:00 in winter, 8:00-12:00 and 14:30-18:30 in summer; intake outside them is taken and counts from the next opening.
R09.10 投诉稽查办设在公司办公室：The company office is the supervision office, in normal office hours.`,
  D10: `房地产投诉处理工作规程
R10.1 职责：Group, region and project company each have their customer-service role; the department complained about handles it directly; leaders oversee.
R10.2 按照各自权限决策：Who may decide depends on severity and amount: project head, regional executive, group executive, each within their authority.
R10.3 投诉方式：Visits, phone, letter, web and complaints passed on by the property-management unit are all complaints.
R10.4 集中交付后50天：During construction and within 50 days after central hand-over, defects are rectified but are not complaints; they are recorded, and concentrated ones get a special analysis filed with the group.
R10.5 重大投诉：Major: cost of at least CNY 10,000 (repair, compensation) for one case, a group of at least 5 households, or judicial proceedings.
R10.6 一般投诉：Everything else is a general complaint. Severity is decided again whenever amount, households or proceedings change.
R10.8 项目公司注销后：After a controlled or joint project company is dissolved its complaints go to the party agreed in the cooperation agreement; without one, and for a wholly owned company, the group handles them.
R10.9 收集、分析和沟通：Group customer service collects the complaint data of all project companies, analyses them and communicates the result to regions and projects.
R10.10 指导和督促/指导、监督和管理：Group and region customer service review the project companies' handling, urge and guide; each guidance and its answer is recorded.`,
  D11: `房产中介投诉处理办法
R11.1 通报批评：A non-malicious customer complaint against a store: CNY 500 fine for the store and a published reprimand.
R11.2 置业顾问：Against a consultant: CNY 100 for the consultant, CNY 50 for the store manager for lax supervision, and a published reprimand of both.
R11.3 恶意投诉/主观过错：A complaint is malicious when neither store nor consultant was at fault in the business; a malicious one lifts the fines of R11.1 and R11.2 and does not count in rankings; charges for its climb (R11.8, R11.10) stand.
R11.4 媒体曝光/澄清：A store exposed in the media that can show the report is wrong must publish a clarification within 5 days in the same outlet or one of the same level; otherwise the report counts as true.
R11.5 报社曝光：Newspaper exposure of a customer's complaint about service or a violation, verified: the exposed store pays CNY 100 to every other store.
R11.6 电视媒体曝光：Television exposure of a customer's complaint about service or a violation, verified: the exposed store pays CNY 200 to every other store.
R11.7 处罚通知：Fines are paid to the finance department within 3 days from the penalty notice, its own day counted; overdue ones are chased.
R11.8 投诉升级：Complaints between customer and store or store and store are first the store's to settle; one that climbs to region or headquarters through poor handling earns the store a regional penalty whether or not it caused the complaint.
R11.9 年度投诉汇总：At year's end the three stores with the most complaints, malicious ones left out, are fined CNY 2,000, 1,500 and 1,000; ties share the higher fine.
R11.10 转至区域分部：A store settles a customer's complaint within 2 working days; if late, or the customer is not satisfied, it goes to the region, which fines the store and charges CNY 500 handling fee per case.
R11.11 分店违规行为处罚办法：Penalties for stores' day-to-day complaints follow a separate schedule that the operator maintains.
R11.12 投诉处理通知单及相关材料：Between stores: the complaining store files written material with the region within 3 days; the region serves the notice, with the complaining store's material, on the respondent within 5 to 7 working days; a respondent silent for 5 days after receipt loses by default; otherwise the region mediates and rules.
R11.13 权证投诉：Complaints about title certificates have a route of their own.`,
  D12: `后续服务和客户投诉处理程序
R12.1 首问负责制：First contact owns: whoever receives the complaint must take and explain it, and stays responsible until customer service has accepted the transfer.
R12.2 客户投诉查询表：A question that cannot be answered at once is recorded, handled, answered to the customer, signed where needed, and filed.
R12.3 书面回复：A department that receives a complaint from the centre classifies it, handles it, files it and answers the centre in writing with what was done and the result.
R12.4 重点客户绿色通道：Key customers go by a green channel with tighter limits; the departments are told in writing, progress is tracked and overruns are reported to management.
R12.5 投诉单整理汇总：At month's end the complaint tickets are compiled for the management department.
R12.6 问题较严重：A serious problem is reported to the management department at once, which coordinates, up to the general manager where needed.
R12.7 客户意见调查/电话回访：Customers are surveyed by call-back, questionnaire and visit; results lead to corrective and preventive action.
R12.8 企业管理部进行相应的处理：The management department acts on the monthly compilation; its decision on each item is recorded and tracked.`,
  D13: `ISO9000 住户投诉处理程序
R13.1 住户投诉电话：The operations department has a hotline; it handles or oversees major and long-unresolved complaints and those of the hotline.
R13.2 住户来电/来函/来访登记表：Every complaint or suggestion is registered so that it can be counted.
R13.3 有效投诉：Validity is judged at once: an invalid one is passed to the department to deal with and recorded, a repair request goes to the maintenance service, a valid one to the head of operations at once.
R13.4 住户投诉处理报告单：The handling report carries the same number as the registration.
R13.5 补救或纠正措施：The head agrees remedial or corrective measures with the department concerned, sees them done by the planned time, gives feedback to the resident and reports to the management representative.
R13.6 直到住户满意：A major complaint that operations cannot handle in time, or that needs the deputy general manager's decision, is handled by that decision and worked on until the resident is satisfied.
R13.7 纠正和预防措施报告：Where corrective action is needed it follows the corrective and preventive action procedure, and its number is written on the complaint's report.
R13.8 有效投诉率：The valid-complaint rate is calculated by the stated formula (our start value: valid complaints / households served, per period; the source refers to its quality manual).
R13.9 审核验证：The deputy management representative verifies the handling and submits the result to the general manager or deputy for approval.
R13.10 住户来电/来函/来访登记表：The general office owns the registration form; the operations department registers every call, letter and visit with it.`,
  'registration-form': `住户来电/来函/来访登记表
登记编号、来访时间、登记人
姓名、电话、地址
投诉内容、诉求
被投诉对象、处理要求`,
};
