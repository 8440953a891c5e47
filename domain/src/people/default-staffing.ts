import type { StaffingNeed, StaffingRule } from './staffing-rule.ts';

const need = (
  id: string,
  zh: string,
  en: string,
  roles: readonly string[],
  more: Partial<StaffingNeed> = {},
): StaffingNeed => ({ id, name: { zh, en }, roles, min: 1, place: 'here', severalPlaces: true, ...more });

/** One officer may look after several grids: the post stands above them. */
const above = { place: 'over' } as const;

const six = (id: string, zh: string, en: string, kind: string, ...needs: readonly StaffingNeed[]): StaffingRule => ({
  id: `six-two.${id}`,
  name: { zh: `六长两员：${zh}`, en: `Six chiefs, two staff: ${en}` },
  unit: { per: 'area', kinds: [kind] },
  needs,
});

/**
 * The staffing rules a new county starts with. 六长两员 is read as the chiefs of the four levels, of the exclusive grid
 * and of the building, with grid worker and police officer: an assumption, so it is only a default. Not every microgrid
 * is a building, so heads of buildings are counted and not demanded. No department is listed for 全科网格 until the
 * county lists its own.
 */
export const defaultStaffing: readonly StaffingRule[] = [
  six('large', '大网格', 'large grids', 'street', need('chief', '大网格长', 'large grid chief', ['large-grid-chief'])),
  six(
    'medium',
    '中网格',
    'medium grids',
    'community',
    need('chief', '中网格长', 'medium grid chief', ['medium-grid-chief']),
  ),
  six(
    'small',
    '小网格',
    'small grids',
    'grid',
    need('chief', '小网格长', 'small grid chief', ['small-grid-chief']),
    need('worker', '网格员', 'grid worker', ['grid-worker', 'part-time-grid-worker']),
    need('police', '社区民警', 'police officer', ['police-officer'], above),
  ),
  six(
    'micro',
    '微网格',
    'microgrids',
    'microgrid',
    need('chief', '微网格长', 'microgrid chief', ['micro-grid-chief']),
    need('building', '楼栋长', 'building head', ['building-head', 'stairwell-head'], { min: 0, place: 'under' }),
  ),
  six(
    'exclusive',
    '专属网格',
    'exclusive grids',
    'exclusive-grid',
    need('chief', '专属网格长', 'exclusive grid chief', ['exclusive-grid-chief']),
  ),
  {
    id: 'one-three-n',
    name: { zh: '1+3+N 网格力量', en: '1+3+N to a grid' },
    unit: { per: 'area', kinds: ['grid'] },
    needs: [
      need('worker', '专职网格员', 'full-time grid worker', ['grid-worker'], { time: 'full', severalPlaces: false }),
      need('police', '社区民警', 'police officer', ['police-officer'], above),
      need('legal', '法律顾问', 'legal adviser', ['legal-adviser'], above),
      need('property', '物业人员', 'property staff', ['property-staff'], above),
      need('others', '志愿者、党员、乡贤', 'volunteers and others', ['volunteer', 'party-volunteer', 'village-elder'], {
        min: 0,
        place: 'under',
      }),
    ],
  },
  {
    id: 'one-one-eight',
    name: { zh: '1+1+8 城区警务网格', en: '1+1+8 to an urban police zone' },
    unit: { per: 'zone', purpose: 'police-urban' },
    needs: [
      need('officer', '民警', 'police officer', ['police-officer'], { severalPlaces: false }),
      need('auxiliaries', '辅警', 'auxiliaries', ['auxiliary-police'], { min: 8, severalPlaces: false }),
    ],
  },
  {
    id: 'whole-service',
    name: { zh: '全科网格', en: 'Whole-service grids' },
    unit: { per: 'areaAndDepartment', kinds: ['grid', 'exclusive-grid'], departments: [] },
    needs: [
      need('contact', '部门联络员', 'department contact', ['department-contact'], above),
      need('deputy', '部门联络员 B 岗', 'deputy contact', ['department-deputy'], above),
    ],
  },
];
