import { pinyin } from 'pinyin-pro';

/**
 * Pinyin initials of a text for searching from a keyboard: 荷城社区 → hcsq, Abc公司2号 → abcgs2h.
 * Letters and digits stay, everything else goes.
 */
export function pinyinInitials(text: string): string {
  const parts = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return parts
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
