import type { Words } from './word.ts';

/** Accounts and signing in: what refuses, what is sent, the pages of the server, headings of the sheets. */
export const accessWords = {
  'access.issuer': { zh: '格治', en: 'Gezhi' },
  'access.pageTitle': { zh: '{title} · 格治', en: '{title} · Gezhi' },
  'access.forgot.link': { zh: '忘记密码？', en: 'Forgotten password?' },
  'access.setup.county': { zh: '县区', en: 'County' },
  'access.setup.administrator': { zh: '第一位管理员', en: 'First administrator' },
  'access.link.gone.title': { zh: '链接已失效', en: 'This link no longer works' },
  'access.toSignIn': { zh: '去登录', en: 'Go to sign in' },
  'access.reset.mailTitle': { zh: '格治：设置新密码', en: 'Gezhi: set a new password' },
  'access.reset.mailText': {
    zh: '有人为账号 {username} 申请了设置新密码。如果是您本人，请在两小时内打开：{link} 。如果不是，请忽略这封邮件，密码不会改变。',
    en: 'A new password was asked for the account {username}. If it was you, open this within two hours: {link} . If not, ignore this message; nothing changes.',
  },
  'access.phone.codeText': {
    zh: '【格治】验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: 'Gezhi: your code is {code}, good for {minutes} minutes. Tell it to nobody.',
  },

  'access.column.username': { zh: '用户名', en: 'User name' },
  'access.column.name': { zh: '姓名', en: 'Name' },
  'access.column.area': { zh: '区域代码', en: 'Area code' },
  'access.column.state': { zh: '状态', en: 'State' },
  'access.column.secondFactor': { zh: '二次验证', en: 'Second factor' },
  'access.column.lastSignIn': { zh: '最近登录', en: 'Last sign-in' },
  'access.column.createdAt': { zh: '建立时间', en: 'Made at' },
  'access.column.at': { zh: '时间', en: 'At' },
  'access.column.act': { zh: '操作', en: 'Act' },
  'access.column.by': { zh: '操作人', en: 'By' },
  'access.column.reason': { zh: '理由', en: 'Reason' },
  'access.column.what': { zh: '内容', en: 'What' },
  'access.column.case': { zh: '事件', en: 'Case' },
  'access.column.purpose': { zh: '用途', en: 'Purpose' },

  'problem.signIn.wrong': { zh: '用户名或密码不对。', en: 'The user name or the password is wrong.' },
  'problem.signIn.tooMany': {
    zh: '输错次数太多，请 {minutes} 分钟后再试，或请管理员解锁。',
    en: 'Too many wrong tries. Try again in {minutes} minutes, or ask your administrator.',
  },
  'problem.signIn.expired': {
    zh: '登录已过时，请从头输入用户名和密码。',
    en: 'Signing in took too long. Begin again with your name and password.',
  },
  'problem.signIn.forbidden': {
    zh: '这个账号已停用，请联系管理员。',
    en: 'This account is locked. Ask your administrator.',
  },
  'problem.secondFactor.wrong': { zh: '验证码不对。', en: 'The code is wrong.' },
  'problem.secondFactor.used': {
    zh: '这个验证码已经用过，请等下一个。',
    en: 'This code was used already. Wait for the next one.',
  },
  'problem.secondFactor.alreadySet': { zh: '二次验证已经开启。', en: 'The second factor is on already.' },
  'problem.secondFactor.notSet': { zh: '这个账号没有开启二次验证。', en: 'This account has no second factor.' },
  'problem.password.forbidden': { zh: '现在的密码不对。', en: 'The current password is wrong.' },
  'problem.password.short': { zh: '密码至少要 10 个字。', en: 'The password needs at least 10 characters.' },
  'problem.password.long': { zh: '密码最多 128 个字。', en: 'The password may have at most 128 characters.' },
  'problem.password.likeUsername': { zh: '密码里不要带用户名。', en: 'The password must not hold the user name.' },
  'problem.password.common': {
    zh: '这个密码太容易猜，请换一个。',
    en: 'This password is too easy to guess. Choose another.',
  },
  'problem.password.differ': { zh: '两次输入的密码不一样。', en: 'The two passwords differ.' },
  'problem.username.invalid': {
    zh: '用户名要 2 到 40 个字，用文字、数字、点、横线或下划线。',
    en: 'A user name has 2 to 40 letters, digits, dots, hyphens or underscores.',
  },
  'problem.field.username': {
    zh: '2 到 40 个字：文字、数字、点、横线、下划线',
    en: '2 to 40 letters, digits, dots, hyphens, underscores',
  },
  'problem.username.taken': { zh: '用户名 {username} 已有人用。', en: 'The user name {username} is taken.' },
  'problem.account.notFound': { zh: '没有这个账号。', en: 'There is no such account.' },
  'problem.account.exists': { zh: '这个人已经有账号。', en: 'This person has an account already.' },
  'problem.account.accepted': { zh: '邀请已被接受，不用再发。', en: 'The invitation was accepted already.' },
  'problem.account.locked': { zh: '账号已停用，请先解锁。', en: 'The account is locked. Unlock it first.' },
  'problem.account.own': {
    zh: '自己的账号要请别的管理员处理。',
    en: 'Another administrator must do this to your own account.',
  },
  'problem.account.elsewhere.forbidden': {
    zh: '这个人在您管辖之外还有岗位，请找上一级管理员。',
    en: 'This person holds a post outside your area. Ask the administrator above you.',
  },
  'problem.link.gone': {
    zh: '这个链接已经用过或过期。请向管理员要一个新的。',
    en: 'This link was used or is past its time. Ask your administrator for a new one.',
  },
  'problem.phone.mobile.invalid': {
    zh: '请填写能收短信的手机号。',
    en: 'Give a mobile number that can take a text message.',
  },
  'problem.field.phone.mobile': { zh: '要能收短信的手机号', en: 'A mobile number' },
  'problem.phone.tooMany': {
    zh: '这个号码的验证码发得太多了，请过一会儿再试。',
    en: 'Too many codes were sent to this number. Try again later.',
  },
  'problem.phone.code.gone': {
    zh: '验证码已过期或试得太多，请重新获取。',
    en: 'The code is past its time or tried too often. Ask for a new one.',
  },
  'problem.phone.code.invalid': { zh: '验证码不对。', en: 'The code is wrong.' },
  'problem.county.unknown': { zh: '不知道是哪个县区。', en: 'It is not known which county this is about.' },
  'problem.setup.gone': {
    zh: '已经有账号了，首次设置到此结束。',
    en: 'There is an account already; the first set-up is over.',
  },
  'problem.setup.forbidden': {
    zh: '设置令牌不对。它打印在服务器的启动日志里。',
    en: 'The set-up token is wrong. It is printed in the log of the server.',
  },
} as const satisfies Words;
