import type { ThemeConfig } from 'antd';

/** Own tokens: antd's default primary and placeholder miss the contrast that console.md §12 asks for. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5fbf',
    colorPrimaryHover: '#174a96',
    colorPrimaryActive: '#123b78',
    colorLink: '#1f5fbf',
    colorLinkHover: '#174a96',
    colorInfo: '#1f5fbf',
    colorSuccess: '#1e6b3a',
    colorWarning: '#b86800',
    colorError: '#a3122f',
    colorText: '#1f2937',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#667085',
    colorTextQuaternary: '#667085',
    colorTextPlaceholder: '#667085',
    colorTextDisabled: '#667085',
    colorBorder: '#7a869a',
    colorBorderSecondary: '#dfe4ec',
    colorBgLayout: '#f5f7fa',
    borderRadius: 6,
    controlHeight: 40,
    fontSize: 14,
    fontFamily:
      "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif",
    motion: false,
  },
  components: {
    Segmented: { trackBg: '#e3e8ef', itemColor: '#374151', itemSelectedColor: '#1f5fbf' },
    Alert: { withDescriptionPadding: '12px 16px' },
  },
};
