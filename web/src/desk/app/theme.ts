import { theme } from 'antd';
import type { ThemeConfig } from 'antd';

/**
 * antd in the colours of the tokens. Red, yellow and green belong to the lights, so success is the brand's blue,
 * warning is ink, and error is plum.
 */
export function antdTheme(dark: boolean): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const brand = token('--brand');
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: brand,
      colorInfo: brand,
      colorSuccess: brand,
      colorLink: brand,
      // antd's own lighter tints of a link under the pointer fall below 4.5 to 1.
      colorLinkHover: brand,
      colorLinkActive: brand,
      colorWarning: token('--ink-2'),
      colorError: token('--danger'),
      // Notes stand on sunk paper with a line in their own colour: antd's own tints of ink and plum are muddy.
      colorWarningBg: token('--surface-sunk'),
      colorWarningBorder: token('--line-strong'),
      colorErrorBg: token('--surface-sunk'),
      colorErrorBorder: token('--danger'),
      colorTextBase: token('--ink'),
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-2'),
      colorTextTertiary: token('--ink-3'),
      colorTextPlaceholder: token('--ink-3'),
      colorTextDescription: token('--ink-2'),
      colorBgBase: token('--surface'),
      colorBgLayout: token('--paper'),
      colorBgContainer: token('--surface'),
      colorBgElevated: token('--surface'),
      colorBorder: token('--line-strong'),
      colorBorderSecondary: token('--line'),
      colorSplit: token('--line'),
      colorTextLightSolid: token('--on-brand'),
      borderRadius: 4,
      fontFamily: token('--font'),
      fontSize: 14,
      controlHeight: 34,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      wireframe: false,
    },
    components: {
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Table: { cellPaddingBlockSM: 7 },
    },
  };
}
