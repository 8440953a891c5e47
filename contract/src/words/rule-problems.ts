import type { Words } from './word.ts';

/** What is said of rules that were handed in and not taken. */
export const ruleProblemWords = {
  'rules.bySheet': { zh: '由表格导入', en: 'By an imported sheet' },
  'rules.note.body': {
    zh: '单位名称或代码；由属地受理台或网格负责时填区域代码。',
    en: 'Name or code of a body; the code of an area where its desk or grid is meant.',
  },
  'rules.note.bodies': {
    zh: '同上，几个之间用分号隔开。',
    en: 'Likewise, with semicolons between several.',
  },
  'rules.fault.clock': { zh: '时间请写成 08:00', en: 'Write the time as 08:00' },
  'problem.rules.invalid': {
    zh: '规则有误，没有写入。请按提示逐条修改。',
    en: 'The rules are not right and were not written; see each point.',
  },
  'problem.rules.notFound': { zh: '没有这套规则或这个版本。', en: 'There are no such rules, or no such version.' },
  'problem.rules.inThePast': { zh: '生效时间不能早于现在。', en: 'Rules cannot take effect in the past.' },
  'problem.rules.timesNothing': {
    zh: '这类规则不影响已在计时的时限。',
    en: 'Rules of this kind say nothing to clocks that run.',
  },
  'problem.rules.runningLater': {
    zh: '只有立即生效的版本才能同时改已在计时的时限。',
    en: 'Only a version that takes effect now can reach clocks that already run.',
  },
  'problem.rules.unchanged': {
    zh: '与届时有效的版本完全相同，没有写入。',
    en: 'Nothing differs from what will hold then; nothing was written.',
  },
  'problem.rules.stale': {
    zh: '别人刚写了新版本，请看过再改。',
    en: 'Somebody else has just written a version; look at it first.',
  },
  'problem.rules.unknownPlace': { zh: '本县没有这个地方。', en: 'There is no such place in this county.' },
  'problem.rules.noDesk': { zh: '这个地方上面没有工作台。', en: 'No desk answers for this place.' },
  'problem.rules.onePlace': { zh: '请给出区域或坐标中的一个。', en: 'Name either an area or a point.' },
  'problem.rules.doubled': { zh: '“{id}”出现了两次。', en: '“{id}” stands there twice.' },
  'problem.rules.empty': { zh: '至少要有一行可用的内容。', en: 'At least one usable row is needed.' },
  'problem.rules.noParent': { zh: '事项 {id} 没有上一级。', en: 'Category {id} has no parent.' },
  'problem.rules.categoryGone': {
    zh: '事项 {id} 已被案件使用，只能停用，不能删去。',
    en: 'Category {id} may be retired, not taken away: cases bear it.',
  },
  'problem.rules.unknownCategory': { zh: '没有事项 {id}。', en: 'There is no category {id}.' },
  'problem.rules.retiredCategory': { zh: '事项 {id} 已停用。', en: 'Category {id} is retired.' },
  'problem.rules.unknownArea': { zh: '没有区域 {id}。', en: 'There is no area {id}.' },
  'problem.rules.retiredArea': { zh: '区域 {id} 已撤销。', en: 'Area {id} is retired.' },
  'problem.rules.unknownOrganisation': { zh: '没有组织 {id}。', en: 'There is no organisation {id}.' },
  'problem.rules.unknownRole': { zh: '没有角色 {id}。', en: 'There is no role {id}.' },
  'problem.rules.unknownAreaKind': { zh: '没有区域类别 {id}。', en: 'There is no kind of area {id}.' },
  'problem.rules.retiredOrganisation': { zh: '组织 {id} 已撤销。', en: 'Organisation {id} is retired.' },
  'problem.rules.noDeskThere': { zh: '区域 {id} 没有工作台。', en: 'Area {id} has no desk.' },
  'problem.rules.notAGrid': { zh: '区域 {id} 不是网格。', en: 'Area {id} is no grid.' },
  'problem.rules.amount': { zh: '时限数量不对。', en: 'This amount of time cannot be counted.' },
  'problem.rules.unknownSummonsKind': { zh: '没有哨别 {id}。', en: 'There is no summons kind {id}.' },
  'problem.rules.summonsKindUsed': {
    zh: '时限规则还在用哨别 {id}。',
    en: 'Clock rules still time the summons kind {id}.',
  },
  'problem.rules.stageWithoutClock': {
    zh: '有一种情况没有时限：环节 {stage}，紧急程度 {urgency}，类型 {kind}，层级 {level}，哨别 {summonsKind}。',
    en: 'Nothing times this: stage {stage}, urgency {urgency}, kind {kind}, level {level}, summons kind {summonsKind}.',
  },
  'problem.rules.noLightFor': {
    zh: '缺少“{id}”这一行，有的案件会没有灯。',
    en: 'The row “{id}” is missing: some cases would have no light.',
  },
  'problem.rules.calendar.offset': { zh: '时区偏移不对。', en: 'The time offset is not right.' },
  'problem.rules.calendar.office': {
    zh: '办公时间要按先后排列、不重叠、在一天之内。',
    en: 'Office hours must be in order, apart, and within the day.',
  },
  'problem.rules.calendar.date': { zh: '{date} 不是 {year} 年的日期。', en: '{date} is no date of {year}.' },
  'problem.rules.calendar.bothLists': {
    zh: '{year} 年的 {date} 既放假又上班。',
    en: '{date} of {year} is both off and worked.',
  },
  'problem.rules.yearGone': {
    zh: '{year} 年的放假安排不能整年删去。',
    en: 'The year {year} cannot be taken out of the calendar.',
  },
  'problem.rules.sheetDate': { zh: '“{id}”不是日期。', en: '“{id}” is no date.' },
  'problem.rules.sheetOffOrWork': { zh: '{id} 这一行要写“休”或“班”。', en: 'The line of {id} must say off or work.' },
  'problem.rules.rate.empty': { zh: '分子和分母都要有内容。', en: 'Both parts of a rate need terms.' },
  'problem.rules.rate.predicate': { zh: '有不认识的判断。', en: 'There is an unknown predicate.' },
  'problem.rules.rate.weight': { zh: '权重超出范围。', en: 'A weight is out of range.' },
  'problem.rules.kinds.unknownParent': {
    zh: '区域类别 {id} 的上级类别不存在。',
    en: 'The kind above {id} is not there.',
  },
  'problem.rules.kinds.doubled': { zh: '区域类别 {id} 出现了两次。', en: 'The kind {id} stands there twice.' },
  'problem.rules.kinds.circle': { zh: '区域类别 {id} 绕成了圈。', en: 'The kind {id} stands above itself.' },
  'problem.rules.countyWidths': {
    zh: '县级以上必须是两位、两位、两位。',
    en: 'Down to the county the widths are 2, 2, 2.',
  },
  'problem.rules.schemeLeavesOut': {
    zh: '现有区域 {id} 不符合这个编码方案。',
    en: 'The area {id} does not fit this scheme.',
  },
  'problem.rules.areaKindUsed': { zh: '还有区域属于类别 {id}。', en: 'There are areas of the kind {id}.' },
  'problem.rules.numbers': { zh: '编号范围的起点大于终点。', en: 'The range of numbers ends before it begins.' },
  'problem.rules.roleHeld': { zh: '还有人担任角色 {id}。', en: 'Somebody holds the role {id}.' },
  'problem.rules.permissionNowhere': { zh: '没有任何角色有权限 {id}。', en: 'No role gives the permission {id}.' },
  'problem.rules.lockedOut': {
    zh: '这样改之后你自己也不能再改规则。',
    en: 'After this you could not change rules any more yourself.',
  },
} as const satisfies Words;
