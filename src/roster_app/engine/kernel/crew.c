/* Crews: what the people of one shift at one checkpoint must be together. */
#include "draft.h"

static i32 members_of(const Draft *d, i32 crew, i32 *members) {
    const Form *f = d->f;
    i32 n = 0;
    for (i32 i = f->crew_needs[crew]; i < f->crew_needs[crew + 1]; i++) {
        i32 need = f->crew_need[i];
        for (i32 k = 0; k < d->fill[need] && n < MOST_CREW; k++) members[n++] = d->holders[d->holder_at[need] + k];
    }
    return n;
}

static void charge(i32 points, i64 units, i64 *soft, i64 *broken) {
    if (points >= HARD) *broken += units;
    else *soft += points * units;
}

static i32 stands_in(const Draft *d, i32 person, i32 crew) {
    i32 need = d->lines[(i64)person * d->f->slots + d->f->crew_slot[crew]];
    return need >= 0 && d->f->need_crew[need] == crew;
}

/* Pairs: apart costs once a pair, together once for each of the two who stands without the other. */
static void charge_pairs(const Draft *d, i32 crew, const i32 *members, i32 n, i64 *soft, i64 *broken) {
    const Form *f = d->f;
    for (i32 k = 0; k < n; k++)
        for (i32 i = f->pairs[members[k]]; i < f->pairs[members[k] + 1]; i++) {
            i32 other = f->pair_with[i], points = f->pair_points[i], both = stands_in(d, other, crew);
            if (points > 0 && both && members[k] < other) charge(points, 1, soft, broken);
            if (points < 0 && !both) charge(-points, 1, soft, broken);
        }
}

i64 crew_points(const Draft *d, i32 crew, i64 *broken) {
    const Form *f = d->f;
    i32 members[MOST_CREW], n = members_of(d, crew, members);
    i64 soft = 0;
    if (!n) return 0;
    u32 any = 0, all = ~0u;
    i32 fresh = 0, kin = f->kin[members[0]], one_kin = 1;
    for (i32 k = 0; k < n; k++) {
        u32 marks = f->marks[members[k]];
        any |= marks;
        all &= marks;
        fresh += (marks & NEW) != 0;
        one_kin &= kin >= 0 && f->kin[members[k]] == kin;
    }
    if (f->crew_leader[crew] && !(any & LEADS)) charge(f->crew_leader[crew], 1, &soft, broken);
    if (f->crew_alone[crew] && n == 1) charge(f->crew_alone[crew], 1, &soft, broken);
    if (f->crew_new[crew] && 2 * fresh > n) charge(f->crew_new[crew], 2 * fresh - n, &soft, broken);
    if (f->crew_gender[crew] && n > 1 && (all & (FEMALE | MALE))) charge(f->crew_gender[crew], 1, &soft, broken);
    if (f->crew_kin[crew] && n > 1 && one_kin) charge(f->crew_kin[crew], 1, &soft, broken);
    charge_pairs(d, crew, members, n, &soft, broken);
    return soft;
}
