import type { Words } from './word.ts';

/** Sheets that go out and come in: their headings and notes, what is wrong with a cell or a file. */
export const sheetWords = {
  'sheet.kind.zones': { zh: '片区', en: 'Zones' },
  'sheet.column.zonePurpose': { zh: '片区用途', en: 'Purpose of zone' },
  'sheet.column.zoneName': { zh: '片区名称', en: 'Zone' },
  'sheet.column.zoneAreas': { zh: '包含的区域代码', en: 'Codes of its areas' },
  'sheet.note.zonePurpose': {
    zh: '用途代码，小写字母、数字、横线，如 police-urban。用途和名称合起来用来再次找到这个片区。',
    en: 'A code of small letters, digits and hyphens, such as police-urban. Purpose and name find the zone again.',
  },
  'sheet.note.zoneAreas': {
    zh: '全部区域代码，用分号隔开；没写的区域会移出片区。',
    en: 'All of its area codes, with semicolons between; those left out leave the zone.',
  },
  'sheet.fault.zonePurpose': {
    zh: '用途代码只能用小写字母、数字和横线，并以字母开头',
    en: 'A purpose has small letters, digits and hyphens, and begins with a letter',
  },
  'sheet.kind.areas': { zh: '区域', en: 'Areas' },
  'sheet.kind.organisations': { zh: '组织', en: 'Organisations' },
  'sheet.kind.people': { zh: '人员', en: 'People' },
  'sheet.kind.posts': { zh: '岗位', en: 'Posts' },

  'sheet.column.areaCode': { zh: '区域代码', en: 'Area code' },
  'sheet.column.areaKind': { zh: '区域类型', en: 'Area kind' },
  'sheet.column.areaName': { zh: '区域名称', en: 'Area name' },
  'sheet.column.above': { zh: '上级区域', en: 'Stands in' },
  'sheet.column.households': { zh: '户数', en: 'Households' },
  'sheet.column.population': { zh: '人口', en: 'Population' },
  'sheet.column.orgCode': { zh: '组织代码', en: 'Organisation code' },
  'sheet.column.orgName': { zh: '组织名称', en: 'Organisation' },
  'sheet.column.orgKind': { zh: '组织类别', en: 'Kind of organisation' },
  'sheet.column.orgParent': { zh: '上级组织代码', en: 'Code of parent' },
  'sheet.column.orgParentName': { zh: '上级组织', en: 'Parent' },
  'sheet.column.serves': { zh: '服务区域代码', en: 'Code of area served' },
  'sheet.column.dutyPhone': { zh: '值班电话', en: 'Duty phone' },
  'sheet.column.person': { zh: '姓名', en: 'Name of person' },
  'sheet.column.phone': { zh: '电话', en: 'Phone' },
  'sheet.column.keeper': { zh: '所属区域代码', en: 'Code of keeping area' },
  'sheet.column.keeperName': { zh: '所属区域', en: 'Keeping area' },
  'sheet.column.lastFour': { zh: '电话后四位', en: 'Last four of phone' },
  'sheet.column.role': { zh: '岗位角色', en: 'Role' },
  'sheet.column.from': { zh: '任职时间', en: 'From' },
  'sheet.column.to': { zh: '离任时间', en: 'To' },
  'sheet.column.time': { zh: '专兼职', en: 'Full or part time' },
  'sheet.column.id': { zh: '系统编号', en: 'System id' },
  'sheet.column.wrong': { zh: '错误单元格', en: 'Wrong cells' },
  'sheet.column.explained': { zh: '错误说明', en: 'What is wrong' },

  'sheet.note.required': { zh: '必填。', en: 'Required.' },
  'sheet.note.optional': { zh: '选填。', en: 'Optional.' },
  'sheet.note.shown': { zh: '仅供查看，导入时不读取。', en: 'For reading only; passed over on import.' },
  'sheet.note.keeps': { zh: '留空表示不改。', en: 'Blank leaves it as it is.' },
  'sheet.note.clears': { zh: '留空表示清空。', en: 'Blank clears it.' },
  'sheet.note.longest': { zh: '最多 {limit} 个字。', en: 'At most {limit} characters.' },
  'sheet.note.list': { zh: '请从下拉列表中选择。', en: 'Choose from the list.' },
  'sheet.note.date': { zh: '日期，如 2026-01-31。', en: 'A day, such as 2026-01-31.' },
  'sheet.note.instant': { zh: '时间，如 2026-01-31 08:30。', en: 'A time, such as 2026-01-31 08:30.' },
  'sheet.note.id': {
    zh: '由系统给出。新增请留空；从系统导出后修改再导入时请保留。',
    en: 'Given by the system. Leave blank for a new row; keep it when you change an exported sheet.',
  },
  'sheet.note.areaCode': {
    zh: '统一编码，上级编码是它的开头。代码请按文本填写。',
    en: 'The area code; the codes above it are its beginnings. Enter it as text.',
  },
  'sheet.note.orgCode': {
    zh: '自编代码，用来再次找到这个组织。字母、数字、点、横线。',
    en: 'Your own code, by which the organisation is found again. Letters, digits, dots, hyphens.',
  },
  'sheet.note.phone': {
    zh: '导出时隐去中间几位；这样的号码导入时不改动原号码。',
    en: 'Masked on export; a masked number leaves the number as it is.',
  },
  'sheet.note.lastFour': {
    zh: '同一区域有同名人员时填写，用来区分。',
    en: 'Tells people of one name apart.',
  },
  'sheet.note.where': {
    zh: '区域和组织至少填一项。',
    en: 'Give an area or an organisation, or both.',
  },
  'sheet.note.to': {
    zh: '填写将来的时间表示到时离任；不能填写过去的时间。',
    en: 'A time to come ends the post then; a past time is refused.',
  },
  'sheet.template.rows': { zh: '填写', en: 'Rows' },
  'sheet.template.notes': { zh: '填写说明', en: 'How to fill in' },
  'sheet.template.heading': { zh: '栏目', en: 'Column' },
  'sheet.template.how': { zh: '填写要求', en: 'What goes in' },
  'sheet.template.general': {
    zh: '从第 2 行开始填写，不要改动标题。全角数字、多余空格、日期写法由系统识别；公式按结果读取。一次最多 {rows} 行。',
    en: 'Fill in from row 2; leave the headings as they are. Full-width digits, stray spaces and ways to write a day are understood; formulas are read by their result. At most {rows} rows at once.',
  },
  'sheet.template.choose': { zh: '请从列表中选择', en: 'Choose from the list' },

  'sheet.post.ended': { zh: '按导入的表格离任', en: 'Ended by an imported sheet' },

  'sheet.fault.required': { zh: '必填，不能为空', en: 'Must be filled in' },
  'sheet.fault.formula': {
    zh: '公式没有算出的结果，请改为数值后再导入',
    en: 'The formula has no result; replace it by its value',
  },
  'sheet.fault.errorValue': { zh: '公式出错（{value}）', en: 'The formula failed ({value})' },
  'sheet.fault.lostDigits': {
    zh: '按数字保存，超过 15 位的部分已丢失，请设为文本后重新填写',
    en: 'Kept as a number, digits beyond 15 are lost; make it text and type it again',
  },
  'sheet.fault.malformed': { zh: '有无法保存的字符', en: 'Holds characters that cannot be kept' },
  'sheet.fault.tooLong': { zh: '最多 {limit} 个字', en: 'At most {limit} characters' },
  'sheet.fault.notCode': {
    zh: '代码只能用字母、数字、点和横线',
    en: 'A code has letters, digits, dots and hyphens only',
  },
  'sheet.fault.notInteger': { zh: '不是整数', en: 'Not a whole number' },
  'sheet.fault.notNumber': { zh: '不是数字', en: 'Not a number' },
  'sheet.fault.tooSmall': { zh: '不能小于 {limit}', en: 'Must not be less than {limit}' },
  'sheet.fault.tooLarge': { zh: '不能大于 {limit}', en: 'Must not be more than {limit}' },
  'sheet.fault.notDate': { zh: '看不出是哪一天，请写成 2026-01-31', en: 'Not a day; write it as 2026-01-31' },
  'sheet.fault.notTime': {
    zh: '看不出是什么时间，请写成 2026-01-31 08:30',
    en: 'Not a time; write it as 2026-01-31 08:30',
  },
  'sheet.fault.notChoice': { zh: '不在列表中，请从下拉列表选择', en: 'Not in the list; choose from it' },
  'sheet.fault.twoChoices': { zh: '列表中有重名，请填写代码', en: 'Two in the list have this name; give the code' },
  'sheet.fault.notPhone': {
    zh: '看不出是哪个号码，请填手机号或带区号的座机号',
    en: 'Not a number that can be called; give a mobile, or a landline with its area code',
  },
  'sheet.fault.twiceInFile': { zh: '与第 {line} 行重复', en: 'The same as row {line}' },
  'sheet.fault.idUnknown': {
    zh: '没有这个系统编号；新增请留空',
    en: 'There is no such system id; leave it blank for a new row',
  },
  'sheet.fault.areaUnknown': { zh: '没有这个区域，或者已停用', en: 'There is no such area, or it has ended' },
  'sheet.fault.areaForbidden': { zh: '不在您岗位管辖的区域内', en: 'Outside the area of your posts' },
  'sheet.fault.areaKind': { zh: '这类区域不能放在它的上级之下', en: 'This kind cannot stand under what is above it' },
  'sheet.fault.areaKindFixed': {
    zh: '已有区域的类型不能用表格修改',
    en: 'A sheet does not change the kind of an area',
  },
  'sheet.fault.areaCode': { zh: '代码不合编码规则', en: 'The code does not follow the scheme' },
  'sheet.fault.areaParent': { zh: '没有上级区域 {area}', en: 'There is no area {area} above it' },
  'sheet.fault.areaRetired': {
    zh: '区域已停用，代码不再重复使用',
    en: 'The area has ended; its code is not given again',
  },
  'sheet.fault.orgUnknown': { zh: '没有这个组织，或者已停用', en: 'There is no such organisation, or it has ended' },
  'sheet.fault.orgRetired': { zh: '组织已停用，不能再改', en: 'The organisation has ended and cannot be changed' },
  'sheet.fault.orgCodeTaken': { zh: '代码已被“{name}”使用', en: 'The code is used by “{name}”' },
  'sheet.fault.orgCodeFixed': { zh: '已有组织的代码不能修改', en: 'The code of an organisation does not change' },
  'sheet.fault.orgCircle': { zh: '上级组织成了它自己的下级', en: 'It would stand above itself' },
  'sheet.fault.orgSeveral': {
    zh: '这里有几个同名组织，请填写组织代码',
    en: 'Several organisations have this name here; give the code',
  },
  'sheet.fault.dutyPhone': { zh: '值班电话只能是 3 到 24 位号码', en: 'A duty phone has 3 to 24 digits' },
  'sheet.fault.personSeveral': {
    zh: '有几个同名人员，请填写电话或系统编号',
    en: 'Several people have this name; give the phone or the system id',
  },
  'sheet.fault.personUnknown': {
    zh: '您管辖的区域内没有这个人，请先导入人员',
    en: 'There is nobody of this name in your areas; import people first',
  },
  'sheet.fault.personLeft': { zh: '这个人已经离开', en: 'This person has left' },
  'sheet.fault.roleUnknown': { zh: '没有这个岗位角色', en: 'There is no such role' },
  'sheet.fault.postNowhere': { zh: '区域和组织至少填一项', en: 'Give an area or an organisation' },
  'sheet.fault.postEnds': { zh: '离任时间要晚于任职时间', en: 'It must end after it begins' },
  'sheet.fault.postPast': { zh: '离任时间不能是过去', en: 'It cannot have ended in the past' },
  'sheet.fault.postFixed': {
    zh: '已有岗位只能修改离任时间；其他变动请另起一行新岗位',
    en: 'Only the end of a post changes; anything else is a new post on a row of its own',
  },

  'problem.sheet.kind.notFound': { zh: '没有这种表格。', en: 'There is no such sheet.' },
  'problem.sheet.forbidden': {
    zh: '您的岗位不能导入或导出这种表格。请找上一级管理员。',
    en: 'Your posts do not let you import or export this sheet. Ask the administrator above you.',
  },
  'problem.sheet.run.notFound': {
    zh: '没有这次导入，或者已过一天被清除。请重新上传。',
    en: 'There is no such import, or it was forgotten after a day. Send the file again.',
  },
  'problem.sheet.run.notChecked': {
    zh: '这次导入不在待确认状态，不能写入。',
    en: 'This import is not waiting to be written.',
  },
  'problem.sheet.run.tooMany': {
    zh: '您有几次导入还没有完成。请等它们完成，或先取消。',
    en: 'Several of your imports are still under way. Wait for them, or cancel one.',
  },
  'problem.sheet.run.ended': { zh: '这次导入已经结束。', en: 'This import has ended.' },
  'problem.sheet.run.hasFaults': {
    zh: '还有 {count} 行有误。请改正后重新上传，或选择只写入正确的行。',
    en: '{count, plural, one {# row is wrong} other {# rows are wrong}}. Correct them and send the file again, or write the good rows only.',
  },
  'problem.sheet.run.changedSince': {
    zh: '预览之后，第 {line} 行对应的数据被别人改过。什么都没有写入，请重新上传核对。',
    en: 'What row {line} refers to was changed after the preview. Nothing was written; send the file again.',
  },
  'problem.sheet.run.failed': {
    zh: '系统出错，什么都没有写入。请重新上传；仍不行请联系管理员。',
    en: 'Something failed on our side and nothing was written. Send the file again, or tell the administrator.',
  },
  'problem.sheet.answer.notFound': { zh: '这次导入没有标错的文件。', en: 'This import has no marked file.' },
  'problem.sheet.file.empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'problem.sheet.file.large': {
    zh: '文件超过 {limit} MB。请分成几个文件。',
    en: 'The file is over {limit} MB. Split it.',
  },
  'problem.sheet.file.type': {
    zh: '这不是表格文件。请发送 XLSX 或 CSV 文件。',
    en: 'This is no sheet. Send an XLSX or CSV file.',
  },
  'problem.sheet.file.old': {
    zh: '这是旧版 XLS 文件，或者设有密码。请去掉密码，另存为 XLSX 再发送。',
    en: 'This is an old XLS file, or it has a password. Remove the password and save it as XLSX.',
  },
  'problem.sheet.file.locked': {
    zh: '文件设有密码。请去掉密码后再发送。',
    en: 'The file has a password. Remove it and send the file again.',
  },
  'problem.sheet.file.macro': {
    zh: '文件带有宏，不予打开。请另存为不含宏的 XLSX 再发送。',
    en: 'The file holds macros and was not opened. Save it as XLSX without macros.',
  },
  'problem.sheet.file.bomb': {
    zh: '文件解开后大得不正常，不予打开。请把数据复制到新的表格再发送。',
    en: 'Unpacked, the file would be far too large, so it was not opened. Copy the data into a new workbook.',
  },
  'problem.sheet.file.damaged': {
    zh: '文件已损坏，无法打开。请重新保存后再发送。',
    en: 'The file is damaged and cannot be opened. Save it anew and send it again.',
  },
  'problem.sheet.file.encoding': {
    zh: '看不出文件的文字编码。请存为 UTF-8 或 GBK 的 CSV，或存为 XLSX。',
    en: 'The encoding of the text is unknown. Save as CSV in UTF-8 or GBK, or as XLSX.',
  },
  'problem.sheet.file.noSheet': { zh: '文件里没有可见的工作表。', en: 'The file has no visible sheet.' },
  'problem.sheet.file.noHeadings': {
    zh: '没有找到标题行。请使用下载的模板，保留标题。',
    en: 'No row of headings was found. Use the template and keep its headings.',
  },
  'problem.sheet.file.missingHeadings': {
    zh: '缺少必填栏目：{names}。',
    en: 'Required columns are missing: {names}.',
  },
  'problem.sheet.file.twiceHeadings': { zh: '栏目重复：{names}。', en: 'Columns stand there twice: {names}.' },
  'problem.sheet.file.noRows': { zh: '标题下面没有数据。', en: 'There is nothing below the headings.' },
  'problem.sheet.file.manyRows': {
    zh: '超过 {limit} 行。请分成几个文件。',
    en: 'More than {limit} rows. Split the file.',
  },
  'problem.sheet.file.emptyRows': {
    zh: '工作表有超过 {limit} 行，大多是空行。请选中数据下面的空行并删除，再保存发送。',
    en: 'The sheet has more than {limit} rows, most of them empty. Delete the empty rows below the data and save it again.',
  },
} as const satisfies Words;
