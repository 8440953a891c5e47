import type { Words } from './word.ts';

/** Why a report or a command on a case is refused, and what to do next. */
export const caseProblemWords = {
  'problem.case.notFound': {
    zh: '没有找到这件事，或者您无权查看。',
    en: 'There is no such case, or it is not yours to see.',
  },
  'problem.case.followCode.notFound': {
    zh: '查询码不对。请对照受理回执重新输入 13 位查询码。',
    en: 'That follow code is not right. Type the 13 characters from your receipt again.',
  },
  'problem.case.followCode.tooMany': {
    zh: '查询码输错次数太多，请 {minutes} 分钟后再试。查询码在受理回执和短信里。',
    en: 'Too many wrong follow codes. Try again in {minutes} minutes. The code is on your receipt and in the text message.',
  },
  'problem.case.address.tooMany': {
    zh: '同一网络 {minutes} 分钟内最多提交 {times} 件。请稍后再试；验证手机号后可以继续反映，紧急情况请打电话。',
    en: 'At most {times} reports in {minutes} minutes from one network. Try later, verify your phone to go on, or call if it is urgent.',
  },
  'problem.case.notServed': {
    zh: '这个位置不在服务范围内。目前服务：{places}。请换一个位置，或拨打当地 12345。',
    en: 'That place is not served here. Served: {places}. Choose another place, or call the local 12345.',
  },
  'problem.case.unknownLandmark': { zh: '没有这个地点，请重新选择。', en: 'There is no such landmark; choose again.' },
  'problem.case.unknownArea': {
    zh: '没有这个区域编码，请重新扫码或选择位置。',
    en: 'There is no such area; scan again or choose a place.',
  },
  'problem.contact.phone.invalid': {
    zh: '看不出这是哪个号码。请填写手机号，或带区号的座机号。',
    en: 'This number cannot be read. Give a mobile number, or a landline with its area code.',
  },
  'problem.case.needsPlace': {
    zh: '请告诉我们在哪里：扫码、定位或选择地点。',
    en: 'Say where it is: scan, locate or choose.',
  },
  'problem.field.case.needsPlace': {
    zh: '请告诉我们在哪里：扫码、定位或选择地点。',
    en: 'Say where it is: scan, locate or choose.',
  },
  'problem.field.case.needsWordsOrPhoto': {
    zh: '请写几个字，或拍一张照片。',
    en: 'Write a few words, or take a photo.',
  },
  'problem.case.category.unknown': {
    zh: '没有这个事项类别，请重新选择。',
    en: 'There is no such category; choose again.',
  },
  'problem.case.staffOnly.forbidden': { zh: '只有工作人员可以这样上报。', en: 'Only staff may report like this.' },
  'problem.case.reporterHidden.forbidden': {
    zh: '反映人要求对承办单位保密。',
    en: 'The reporter asked to be hidden from the handler.',
  },
  'problem.case.notInThisState': {
    zh: '这件事现在的状态不能这样操作。请刷新后再看。',
    en: 'That cannot be done in the present state. Refresh and look again.',
  },
  'problem.case.notYours.forbidden': { zh: '这一步不归您办理。', en: 'This step is not yours to take.' },
  'problem.case.notYours': { zh: '这一步不归您办理。', en: 'This step is not yours to take.' },
  'problem.case.noDesk': {
    zh: '这个区域上面没有受理的工作台，请联系管理员。',
    en: 'No desk answers for that area; tell the administrator.',
  },
  'problem.case.unknownBody': { zh: '没有这个单位，或者它已经停用。', en: 'There is no such body, or it is closed.' },
  'problem.case.sameBodyTwice': { zh: '同一个单位不能派两次。', en: 'The same body cannot be given it twice.' },
  'problem.case.unknownSummonsKind': { zh: '没有这种哨类。', en: 'There is no such kind of summons.' },
  'problem.case.unknownWorkOrder': { zh: '您名下没有这张工单。', en: 'You have no such work order.' },
  'problem.case.workOrderUnclear': {
    zh: '您代表多个单位，请先选定工单。',
    en: 'You stand for several bodies: say which work order.',
  },
  'problem.case.notAnsweredYet': { zh: '请先签收或报到。', en: 'Acknowledge or report in first.' },
  'problem.case.alreadyAnswered': { zh: '这一步已经做过了。', en: 'That has been done already.' },
  'problem.case.alreadyAsked': {
    zh: '已经提出过，正在等待答复。',
    en: 'That was asked already and waits for an answer.',
  },
  'problem.case.alreadyJudged': { zh: '已经裁定过了。', en: 'That was judged already.' },
  'problem.case.unknownAsk': { zh: '没有这项申请。', en: 'There is no such request.' },
  'problem.case.unknownOrder': { zh: '没有这张督办单。', en: 'There is no such supervision order.' },
  'problem.case.dateNotAhead': { zh: '日期必须在现在之后。', en: 'The date must be ahead.' },
  'problem.case.amountNotLarger': {
    zh: '延期后的时限必须比原来的 {amount} 长。',
    en: 'The new amount must be more than {amount}.',
  },
  'problem.case.noClock': { zh: '这件事没有可以调整的时限。', en: 'There is no clock to change.' },
  'problem.case.noClockRule': {
    zh: '没有适用的时限规则，请联系管理员。',
    en: 'No clock rule fits; tell the administrator.',
  },
  'problem.case.onTheGate': {
    zh: '这类事项在准入清单内，不能这样退回。',
    en: 'This category is on the task gate and cannot be refused like this.',
  },
  'problem.case.notOnAGrid': {
    zh: '只有派到网格的工单可以按准入清单退回。',
    en: 'Only work orders put on a grid can be refused by the gate.',
  },
  'problem.case.tooLate': { zh: '已经超过 {days} 天，不能再提出。', en: 'More than {days} days have passed.' },
  'problem.case.tooOften': { zh: '最多可以重开 {times} 次。', en: 'It can be reopened {times} times at most.' },
  'problem.case.nothingAnsweredYet': {
    zh: '还没有答复，时限也没有到。请稍等，或补充说明。',
    en: 'There is no answer yet and no time has run out. Wait a little, or add words.',
  },
  'problem.case.atTheTop': { zh: '已经是最高一级，不能再上报。', en: 'It is at the top already.' },
  'problem.case.sameCase': { zh: '不能并到自己。', en: 'A case cannot be merged into itself.' },
  'problem.case.otherNotOpen': { zh: '另一件事不存在或已经办完，不能并单。', en: 'The other case is not open.' },
  'problem.case.hasChildren': { zh: '这件事已经拆分，请办理各个子单。', en: 'The case was split; work on its parts.' },
  'problem.case.tooFewChildren': { zh: '拆分至少要两个子单。', en: 'A split needs two parts at least.' },
  'problem.case.ownWork': { zh: '经手的人不能自己核查。', en: 'Whoever handled it may not verify it.' },
  'problem.case.nothingToCorrect': { zh: '没有要更正的内容。', en: 'There is nothing to correct.' },
  'problem.case.notSummoned': { zh: '这个单位不是吹哨召来的。', en: 'That body was not summoned.' },
  'problem.case.nobodyToAsk': {
    zh: '这件事是工作人员上报的，没有要联系的诉求人。',
    en: 'Staff reported this matter: there is no reporter to contact or to ask.',
  },
  'problem.case.complainedAbout': {
    zh: '这件事反映的就是这个单位，不能交给它办。',
    en: 'The matter is about that very body, which cannot be given it.',
  },
  'problem.case.timeBackwards': { zh: '时间早于最近一次记录。', en: 'The time lies before the last record.' },
  'problem.view.notFound': {
    zh: '没有这个视图，可能已被删除。',
    en: 'There is no such view; it may have been deleted.',
  },
  'problem.view.nameTaken': { zh: '已有同名视图，请换个名称。', en: 'You have a view of that name; choose another.' },
  'problem.view.full': {
    zh: '最多保存 {n} 个视图，请先删除不用的。',
    en: 'You can keep {n} views; delete one you do not use first.',
  },
  'problem.figures.rate.unknown': { zh: '没有这个指标。', en: 'There is no such rate.' },
} as const satisfies Words;
