import type { WorldName } from './index.ts';

/**
 * What the public reports say of three places, 2022–2023: the key is the figure, `AtLeast` and `About` mark numbers
 * published as 余, 超过 or rounded.
 * - 贵港: 党建引领网格化管理 解锁基层治理新密码 (广西贵港, 2023)
 * - 开原: 开原市：“一二三”模式开创党建引领基层治理新局面 (辽宁开原, 2022)
 * - 遂川: 创新“红网格”，江西遂川构建基层社会治理新格局 (江西遂川, 2022)
 */
export const published: Readonly<Record<WorldName, Readonly<Record<string, unknown>>>> = {
  guigang: {
    gridsAbout: 33_000,
    teamAbout: 66_000,
    community: {
      households: 23_797,
      fullTimeGridWorkers: 2,
      smallGridChiefs: 38,
      microGridChiefs: 674,
      exclusiveGridChiefs: 25,
      groups: 687,
    },
  },
  kaiyuan: {
    pilotStreets: 2,
    communities: 37,
    streetEnlargedCommittees: 2,
    communityEnlargedCommittees: 37,
    departmentHeadsOnStreetCommittees: 14,
    pairedUnits: 65,
    sponsorUnits: 37,
    jointUnits: 28,
    communityFirstSecretaries: 37,
    functionalBranches: 88,
    grids: 448,
    partTimeGridWorkersAtLeast: 100,
    courierStations: 15,
    courierPoints: 3,
    couriersAtLeast: 300,
  },
  suichuan: {
    villagesAndCommunities: 337,
    ruralZones: 100,
    villagePolice: 100,
    policeRooms: 100,
    urbanZones: 13,
    policePerUrbanZone: 1,
    auxiliariesPerUrbanZone: 8,
    gridBranches: 24,
    buildingPartyGroups: 59,
    anchorHouseholdHeadsAtLeast: 7_200,
    departments: 14,
  },
};
