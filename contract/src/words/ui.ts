import type { Words } from './word.ts';

/** Pieces that all faces share. */
export const uiWords = {
  'ui.loading': { zh: '正在读取…', en: 'Loading…' },
  'ui.empty.title': { zh: '这里还没有内容', en: 'Nothing here yet' },
  'ui.failed.title': { zh: '没有读到', en: 'Could not load' },
  'ui.failed.offline': {
    zh: '连不上服务器。检查网络后再试。',
    en: 'The server cannot be reached. Check the network and try again.',
  },
  'ui.failed.retry': { zh: '重试', en: 'Try again' },
  'ui.forbidden.title': { zh: '这里不在您的权限内', en: 'This is outside your rights' },
  'ui.forbidden.hint': {
    zh: '权限随岗位而来。需要时请找本级管理员。',
    en: 'Rights follow posts. Ask your administrator if you need this.',
  },
  'ui.crashed.title': { zh: '页面出错了', en: 'This page broke' },
  'ui.crashed.hint': {
    zh: '已填写的内容可能没有保存。请重新打开这一页。',
    en: 'What you typed may not be saved. Open the page again.',
  },
  'ui.crashed.reload': { zh: '重新打开', en: 'Open again' },
  'ui.requestId': { zh: '请求编号 {id}', en: 'Request {id}' },
  'ui.close': { zh: '关闭', en: 'Close' },
  'ui.cancel': { zh: '取消', en: 'Cancel' },
  'ui.save': { zh: '保存', en: 'Save' },
  'ui.more': { zh: '更多', en: 'More' },
  'ui.and': { zh: '、', en: ', ' },
  'ui.required': { zh: '必填', en: 'Required' },
  'ui.map.broken': {
    zh: '这台设备画不出地图，列表照常可用。',
    en: 'This device cannot draw the map; the list works as usual.',
  },
  'ui.area.search': { zh: '查找区域：名称、代码或拼音首字母', en: 'Find an area: name, code or initials' },
  'ui.area.tree': { zh: '区域树', en: 'Area tree' },
  'ui.area.none': { zh: '没有这个区域', en: 'No such area' },
  'ui.area.fold': { zh: '收起{name}', en: 'Fold {name}' },
  'ui.area.unfold': { zh: '展开{name}', en: 'Unfold {name}' },
  'ui.place.unserved': { zh: '这里不在服务范围内。服务的地方：{places}', en: 'Outside the places served: {places}' },
  'ui.area.choose': { zh: '选择区域', en: 'Choose an area' },
  'ui.clear': { zh: '清除', en: 'Clear' },
  'ui.photo.add': { zh: '加照片', en: 'Add photo' },
  'ui.photo.name': { zh: '照片 {n}', en: 'Photo {n}' },
  'ui.photo.drop': { zh: '去掉 {name}', en: 'Remove {name}' },
  'ui.photo.going': { zh: '正在上传', en: 'Uploading' },
  'ui.photo.failed': { zh: '没有传上去，网络恢复后会再试', en: 'Not sent; tried again when the line is back' },
  'ui.photo.refused': { zh: '这不是能用的照片', en: 'Not a picture that can be used' },
} as const satisfies Words;
