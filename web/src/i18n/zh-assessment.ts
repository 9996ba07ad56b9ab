/** The words of the assessment pages (考核) in Chinese. */
export const zhAssessment = {
  assessment: {
    title: '考核',
    parts: '考核内容',
    schemes: '考核方案',
    values: '填报值',
    years: '年度考核',
  },
};
