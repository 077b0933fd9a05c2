import { describe, expect, test } from 'vitest';
import { mayBeOnePlace, placesBy, samePlace, writtenAlike } from '../../../src/domain/people/places.ts';

describe('the name of a place', () => {
  test.each([
    ['St. Mary', 'st mary'],
    ['St. Mary’s', "St Mary's"],
    ['Saint Marys', 'St. Mary’s'],
    ['Hôpital Saint-Luc', 'hopital saint luc'],
    ['  Mercy   West ', 'mercy west'],
    ['Emory Univ.', 'Emory University'],
    ['Mercy Med Ctr', 'Mercy Medical Center'],
    ['U.C.S.F.', 'ucsf'],
    ['Mt. Sinai', 'Mount Sinai'],
    ['St. Luke’s–Roosevelt', 'st lukes roosevelt'],
  ])('%s is %s', (one, other) => {
    expect(samePlace(one, other)).toBe(true);
    expect(mayBeOnePlace(one, other)).toBe(false);
    expect(writtenAlike.same(one, other)).toBe(true);
  });

  test.each([
    ['Lakeside Hospital', 'Lakeside IM'],
    ['Lakeside', 'Lakeside Internal Medicine Residency Program'],
    ['Mercy', 'Mercy West'],
    ['Emory University School of Medicine', 'Emory University Hospital'],
    ['University of Michigan', 'Michigan Medicine'],
    ['The Lakeside Hospital', 'Lakeside Health'],
  ])('%s may be %s, which is asked', (one, other) => {
    expect(samePlace(one, other)).toBe(false);
    expect(mayBeOnePlace(one, other)).toBe(true);
    expect(mayBeOnePlace(other, one)).toBe(true);
  });

  test.each([
    ['Lakeside', 'Lakes'],
    ['Hospital', 'Lakeside Hospital'],
    ['Medical Center', 'Health Center'],
    ['Mercy West', 'West Mercy'],
    ['Duke', 'Emory'],
    ['', 'Emory'],
    ['constructor', 'Emory'],
  ])('%s is not %s, and nothing is asked', (one, other) => {
    expect(samePlace(one, other)).toBe(false);
    expect(mayBeOnePlace(one, other)).toBe(false);
  });
});

describe('what was said of two names', () => {
  const said = placesBy([
    { one: 'Lakeside Hospital', other: 'Lakeside IM', same: true },
    { one: 'Lakeside IM', other: 'Lakeside', same: true },
    { one: 'Mercy', other: 'Mercy West', same: false },
  ]);

  test('holds for every way to write them, and goes on from name to name', () => {
    expect(said.same('lakeside hosp.', 'LAKESIDE')).toBe(true);
    expect(said.same('Mercy', 'Mercy West')).toBe(false);
  });

  test('is asked once', () => {
    expect(said.isOpen('Lakeside', 'Lakeside Hospital')).toBe(false);
    expect(said.isOpen('mercy west', 'Mercy')).toBe(false);
    expect(said.isOpen('Mercy', 'Mercy Hospital')).toBe(true);
  });
});
