/* Crews: what the people of one shift at one checkpoint must be together. */
#include "draft.h"

static i32 stands_in(i32 person, const i32 *members, i32 n) {
    for (i32 k = 0; k < n; k++)
        if (members[k] == person) return 1;
    return 0;
}

static i32 members_of(const Draft *d, i32 crew, i32 *members) { /* each person once */
    const Form *f = d->f;
    i32 n = 0;
    for (i32 i = f->crew_needs[crew]; i < f->crew_needs[crew + 1]; i++) {
        i32 need = f->crew_need[i];
        for (i32 k = 0; k < d->fill[need] && n < MOST_CREW; k++) {
            i32 person = d->holders[d->holder_at[need] + k];
            if (!stands_in(person, members, n)) members[n++] = person;
        }
    }
    return n;
}

static void charge(i32 points, i64 units, i64 *soft, i64 *broken) {
    *broken += points / HARD * units;
    *soft += points % HARD * units;
}

static i32 is_free(const Form *f, i32 person, i32 crew) { return f->squad_free[(i64)crew * f->people + person]; }

/* Apart: everybody of the band beyond the first. Together: everybody of it who is missing; in a squad, if free. */
static void charge_band(const Form *f, i32 crew, i32 band, const i32 *members, i32 n, i64 *soft, i64 *broken) {
    i32 here = 0, missing = 0, kind = f->band_kind[band];
    for (i32 i = f->band_people[band]; i < f->band_people[band + 1]; i++) {
        i32 stands = stands_in(f->band_person[i], members, n);
        here += stands;
        missing += !stands && (kind == BAND_TOGETHER || (kind == BAND_SQUAD && is_free(f, f->band_person[i], crew)));
    }
    charge(f->band_points[band], kind == BAND_APART ? here - 1 : missing, soft, broken);
}

static void charge_bands(const Form *f, i32 crew, const i32 *members, i32 n, i64 *soft, i64 *broken) {
    i32 seen[MOST_CREW], count = 0;
    for (i32 k = 0; k < n; k++)
        for (i32 i = f->person_bands[members[k]]; i < f->person_bands[members[k] + 1]; i++) {
            i32 band = f->person_band[i], j = 0;
            while (j < count && seen[j] != band) j++;
            if (j < count || count == MOST_CREW) continue;
            seen[count++] = band;
            charge_band(f, crew, band, members, n, soft, broken);
        }
}

i64 crew_points(const Draft *d, i32 crew, i64 *broken) {
    const Form *f = d->f;
    i32 members[MOST_CREW], n = members_of(d, crew, members);
    i64 soft = 0;
    if (!n) return 0;
    u32 any = 0;
    i32 fresh = 0, women = 0, men = 0, kin = -1, known = 0, one_kin = 1;
    for (i32 k = 0; k < n; k++) {
        u32 marks = f->marks[members[k]];
        any |= marks;
        fresh += (marks & NEW) != 0;
        women += (marks & FEMALE) != 0;
        men += (marks & MALE) != 0;
        i32 own = f->kin[members[k]];
        if (own < 0) continue;
        one_kin &= !known || own == kin;
        kin = own;
        known++;
    }
    if (f->crew_leader[crew] && !(any & LEADS)) charge(f->crew_leader[crew], 1, &soft, broken);
    if (f->crew_alone[crew] && n == 1) charge(f->crew_alone[crew], 1, &soft, broken);
    if (f->crew_new[crew] && 2 * fresh > n) charge(f->crew_new[crew], 2 * fresh - n, &soft, broken);
    if (f->crew_gender[crew] && women + men > 1 && !(women && men)) charge(f->crew_gender[crew], 1, &soft, broken);
    if (f->crew_kin[crew] && known > 1 && one_kin) charge(f->crew_kin[crew], 1, &soft, broken);
    if (f->crew_bands[crew]) charge_bands(f, crew, members, n, &soft, broken);
    return soft;
}
