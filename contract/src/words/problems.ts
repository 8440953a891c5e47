import type { Words } from './word.ts';

/** What every problem document says, by its stable code: `problem.<code>`, `problem.status.<status>`, `problem.field.<code>`. */
export const problemWords = {
  'problem.status.400': { zh: '请求有误', en: 'The request is malformed' },
  'problem.status.401': { zh: '需要登录', en: 'Sign in first' },
  'problem.status.403': { zh: '没有权限', en: 'Not allowed' },
  'problem.status.404': { zh: '没有找到', en: 'Not found' },
  'problem.status.408': { zh: '等待太久', en: 'Too slow' },
  'problem.status.409': { zh: '现在不能这样做', en: 'Not possible now' },
  'problem.status.410': { zh: '已经失效', en: 'No longer valid' },
  'problem.status.412': { zh: '内容已被别人改过', en: 'Changed by somebody else' },
  'problem.status.413': { zh: '内容太大', en: 'Too large' },
  'problem.status.415': { zh: '不支持的格式', en: 'Unsupported format' },
  'problem.status.422': { zh: '填写的内容有误', en: 'Some values are not right' },
  'problem.status.428': { zh: '缺少版本号', en: 'Version missing' },
  'problem.status.429': { zh: '操作太频繁', en: 'Too many requests' },
  'problem.status.431': { zh: '请求头太大', en: 'Headers too large' },
  'problem.status.500': { zh: '服务器出错', en: 'Server error' },
  'problem.status.503': { zh: '服务暂不可用', en: 'Service unavailable' },

  'problem.http.internal': {
    zh: '服务器出错了，已记录。请稍后再试。',
    en: 'The server failed and has noted it. Try again shortly.',
  },
  'problem.http.unavailable': {
    zh: '服务正在恢复，请稍后再试。没有收到确认的内容可以用原来的编号重发，不会重复。',
    en: 'The service is recovering. Try again shortly; what was not confirmed can be sent again with the same key and is not doubled.',
  },
  'problem.http.malformedBody': {
    zh: '请求内容不是完整的 JSON，无法读取。',
    en: 'The body is not complete JSON and cannot be read.',
  },
  'problem.http.malformedText': {
    zh: '内容里有无法保存的字符（半个字符或空字符）。',
    en: 'The text holds characters that cannot be kept (half a character or NUL).',
  },
  'problem.http.tooDeep': { zh: '请求内容的层次太多。', en: 'The body is nested too deeply.' },
  'problem.http.unreadable': { zh: '收到的不是完整的请求。', en: 'What arrived is no complete request.' },
  'problem.http.tooSlow': {
    zh: '请求在规定的时间内没有发完。',
    en: 'The request did not arrive whole in time.',
  },
  'problem.http.headersTooLarge': {
    zh: '网址和请求头加起来太长，请缩短后再试。',
    en: 'Address and headers are too long together; make them shorter.',
  },
  'problem.http.badAddress': { zh: '网址有误，无法读取。', en: 'The address cannot be read.' },
  'problem.http.tooLarge': { zh: '请求内容超过了允许的大小。', en: 'The body is larger than allowed.' },
  'problem.http.mediaType': {
    zh: '不支持这种内容类型，请用 application/json。',
    en: 'This content type is not supported; send application/json.',
  },
  'problem.http.notFound': { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'problem.http.foreignSite': {
    zh: '这个请求来自别的网站，已拒绝。请从本系统的页面操作。',
    en: "The request came from another site's page and was refused.",
  },
  'problem.http.invalid': {
    zh: '有内容填写不正确，请按提示修改。',
    en: 'Some values are not right; see each of them.',
  },
  'problem.http.value': {
    zh: '有一个数值或时间超出了范围。',
    en: 'A number or a time is out of range.',
  },
  'problem.http.tooMany': { zh: '操作太频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  'problem.http.cursor': {
    zh: '翻页标记无效，请从第一页重新开始。',
    en: 'The cursor is not one of this list; start again from the first page.',
  },
  'problem.http.stale': {
    zh: '您打开之后内容已被别人改过（现为第 {version} 版），请查看后再提交。',
    en: 'It was changed after you read it (it is version {version} now). Look at it and send again.',
  },
  'problem.http.ifMatchMissing': {
    zh: '修改时要带上读到的版本（If-Match）。',
    en: 'A change must carry the version it was made on (If-Match).',
  },
  'problem.http.idempotencyKeyReused': {
    zh: '这个编号（Idempotency-Key）已用于另一项内容。新内容请换一个编号。',
    en: 'This Idempotency-Key was used for something else. Take a new one for something new.',
  },
  'problem.access.signInFirst': { zh: '请先登录。', en: 'Sign in first.' },
  'problem.access.forbidden': {
    zh: '您现在的岗位没有这项权限（{permission}）。',
    en: 'None of your posts gives this right ({permission}).',
  },
  'problem.web.notBuilt': {
    zh: '页面还没有构建：请用 npm start 启动，或先运行 npm run build。',
    en: 'The pages have not been built: start with npm start, or build the web first.',
  },
  'problem.clock.notSettable': {
    zh: '系统时间只能在演示时设定。',
    en: "The program's time can be set in the demonstration only.",
  },

  'problem.file.notFound': {
    zh: '没有这张照片，或者您不能查看。',
    en: 'There is no such picture, or you may not see it.',
  },
  'problem.file.unknown': {
    zh: '这张照片没有上传成功，或者已用于另一件事，请重新上传。',
    en: 'This picture was not uploaded whole, or belongs to another case. Upload it again.',
  },
  'problem.file.notPicture.invalid': {
    zh: '这个文件不是照片。请上传 JPEG、PNG、WebP 或 GIF 格式的照片。',
    en: 'This file is not a picture. Send a JPEG, PNG, WebP or GIF.',
  },
  'problem.file.heic.invalid': {
    zh: '这张照片是 HEIC 格式，无法读取。请在手机相机设置里改用“兼容性最佳”（JPEG）再拍，或转换后上传。',
    en: 'This picture is HEIC, which cannot be read here. Set the camera to "Most Compatible" (JPEG), or convert it first.',
  },
  'problem.file.tooManyPixels.invalid': {
    zh: '这张照片的像素太多，无法处理。',
    en: 'This picture has too many pixels.',
  },
  'problem.file.broken.invalid': {
    zh: '这张照片已损坏，无法读取。',
    en: 'This picture is damaged and cannot be read.',
  },
  'problem.upload.county.invalid': {
    zh: '上传时要说明是哪个县区（county）。',
    en: 'The upload must say for which county it is (metadata county).',
  },
  'problem.upload.forbidden': { zh: '不能这样操作这次上传。', en: 'This cannot be done to this upload.' },
  'problem.upload.notFound': { zh: '没有这次上传，请重新开始。', en: 'There is no such upload; begin again.' },
  'problem.upload.gone': { zh: '这次上传已过期，请重新开始。', en: 'This upload has expired; begin again.' },
  'problem.upload.offset': {
    zh: '续传的位置不对，请先查询已传多少。',
    en: 'The offset is not where the upload stands; ask for it first.',
  },
  'problem.upload.busy': { zh: '这次上传正在进行，请稍后再续。', en: 'This upload is under way; continue shortly.' },
  'problem.upload.malformed.invalid': {
    zh: '上传请求不符合 tus 协议。',
    en: 'The request does not follow the tus protocol.',
  },

  'problem.field.missing': { zh: '必须填写', en: 'Must be given' },
  'problem.field.type': { zh: '类型不对，应为 {expected}', en: 'Wrong type, should be {expected}' },
  'problem.field.format': { zh: '格式不对（{format}）', en: 'Wrong format ({format})' },
  'problem.field.choice': { zh: '只能是其中之一：{values}', en: 'Must be one of: {values}' },
  'problem.field.unexpected': { zh: '没有这样的栏目：{names}', en: 'No such field: {names}' },
  'problem.field.invalid': { zh: '内容不正确', en: 'Not right' },
  'problem.field.changed': { zh: '已被别人改过', en: 'Was changed by somebody else' },
  'problem.field.characters.least': {
    zh: '至少 {limit} 个字',
    en: '{limit, plural, one {At least # character} other {At least # characters}}',
  },
  'problem.field.characters.most': {
    zh: '最多 {limit} 个字',
    en: '{limit, plural, one {At most # character} other {At most # characters}}',
  },
  'problem.field.entries.least': {
    zh: '至少 {limit} 项',
    en: '{limit, plural, one {At least # entry} other {At least # entries}}',
  },
  'problem.field.entries.most': {
    zh: '最多 {limit} 项',
    en: '{limit, plural, one {At most # entry} other {At most # entries}}',
  },
  'problem.field.number.least': { zh: '不能小于 {limit}', en: 'Must not be less than {limit}' },
  'problem.field.number.most': { zh: '不能大于 {limit}', en: 'Must not be more than {limit}' },
  'problem.field.text.malformed': {
    zh: '有无法保存的字符（半个字符或空字符）',
    en: 'Holds characters that cannot be kept (half a character or NUL)',
  },
  'problem.field.text.blank': { zh: '不能只有空白', en: 'Must not be blank' },
  'problem.field.time.outOfRange': { zh: '时间超出 1970 至 2199 年', en: 'Must lie between the years 1970 and 2199' },
} as const satisfies Words;
