#include "draft.h"

#include <stdlib.h>
#include <string.h>

/* --- making and counting ------------------------------------------------------------------------------------------- */

static void *zeroes(i64 count, size_t size) { return calloc(count > 0 ? count : 1, size); }

static i32 any_soft_pairs(const Form *f) {
    i64 table = (i64)f->contracts * f->kinds * f->kinds * (f->reach + 1);
    for (i64 i = 0; i < table; i++)
        if (f->pair[i] % HARD) return 1;
    return 0;
}

Draft *draft_new(const Form *f, const i32 *lines) {
    Draft *d = zeroes(1, sizeof(Draft));
    i64 people = f->people;
    d->f = f;
    d->words = (f->days + 63) / 64;
    d->soft_pairs = any_soft_pairs(f);
    d->link = HARD;
    d->crews = f->crews;
    d->lines = zeroes(people * f->slots, sizeof(i32));
    d->amounts = zeroes(people * f->counters, sizeof(i32));
    d->grouped = zeroes(people * f->groups, sizeof(i32));
    d->masks = zeroes(people * f->classes * d->words, sizeof(u64));
    d->mask_cost = zeroes(people, sizeof(i64));
    d->rest_cost = zeroes(people, sizeof(i64));
    d->fill = zeroes(f->needs, sizeof(i32));
    d->holder_at = zeroes(f->needs + 1, sizeof(i32));
    for (i32 n = 0; n < f->needs; n++) d->holder_at[n + 1] = d->holder_at[n] + f->need_most[n] + 1;
    d->holders = zeroes(f->crews ? d->holder_at[f->needs] : 1, sizeof(i32));
    draft_set(d, lines);
    return d;
}

void draft_free(Draft *d) {
    void *all[] = {d->lines, d->amounts, d->grouped, d->masks, d->mask_cost, d->rest_cost, d->fill, d->holder_at, d->holders};
    for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) free(all[i]);
    free(d);
}

Room *room_new(const Form *f, u64 seed) {
    Room *r = zeroes(1, sizeof(Room));
    r->dice = (seed + 1) * 0x9E3779B97F4A7C15ULL | 1;
    for (i32 i = 0; i < 8; i++) roll(r);
    r->delta = zeroes((i64)MOST_SIDES * f->counters, sizeof(i32));
    r->touched = zeroes((i64)MOST_SIDES * f->counters, sizeof(i32));
    r->group_delta = zeroes((i64)MOST_SIDES * f->groups, sizeof(i32));
    r->group_touched = zeroes((i64)MOST_SIDES * f->groups, sizeof(i32));
    r->crew_seen = zeroes(f->crews, sizeof(i32));
    return r;
}

void room_free(Room *r) {
    void *all[] = {r->delta, r->touched, r->group_delta, r->group_touched, r->crew_seen};
    for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) free(all[i]);
    free(r);
}

void draft_lines(const Draft *d, i32 *lines) { memcpy(lines, d->lines, sizeof(i32) * d->f->people * d->f->slots); }

static u64 *mask_of(const Draft *d, i32 person, i32 class) {
    return d->masks + ((i64)person * d->f->classes + class) * d->words;
}

static i64 masks_cost(const Draft *d, i32 person) {
    const Form *f = d->f;
    u64 masks[MOST_CLASSES][WORDS];
    for (i32 c = 0; c < f->classes; c++) memcpy(masks[c], mask_of(d, person, c), sizeof(u64) * d->words);
    return mask_points(f, person, masks);
}

static i64 rest_of_order(const Draft *d, i32 person) { /* what only a walk over the line tells */
    const Form *f = d->f;
    i32 contract = f->contract[person];
    return f->step[contract] || f->weekly_first[contract] < f->weekly_first[contract + 1] ? walk_points(f, contract, d->lines + (i64)person * f->slots) : 0;
}

static void count_person(Draft *d, i32 person) {
    const Form *f = d->f;
    const i32 *line = d->lines + (i64)person * f->slots;
    i32 *amounts = d->amounts + (i64)person * f->counters, *grouped = d->grouped + (i64)person * f->groups;
    u64 masks[MOST_CLASSES][WORDS];
    memset(amounts, 0, sizeof(i32) * f->counters);
    memset(grouped, 0, sizeof(i32) * f->groups);
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0) continue;
        i32 watch = f->need_watch[line[t]];
        for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++)
            amounts[f->counter_of[i]] += f->counter_amount[i];
        for (i32 i = f->watch_groups[watch]; i < f->watch_groups[watch + 1]; i++)
            if (!grouped[f->group_of[i]]++) amounts[f->group_counter[f->group_of[i]]]++;
    }
    line_masks(f, line, masks);
    for (i32 c = 0; c < f->classes; c++) memcpy(mask_of(d, person, c), masks[c], sizeof(u64) * d->words);
    d->mask_cost[person] = masks_cost(d, person);
    d->rest_cost[person] = rest_of_order(d, person);
}

i64 draft_recount(Draft *d) {
    const Form *f = d->f;
    memset(d->fill, 0, sizeof(i32) * f->needs);
    d->cost = d->broken_crews = 0;
    for (i32 p = 0; p < f->people; p++)
        for (i32 t = 0; t < f->slots; t++) {
            i32 need = d->lines[(i64)p * f->slots + t];
            if (need < 0) continue;
            if (f->crews && d->fill[need] <= f->need_most[need]) d->holders[d->holder_at[need] + d->fill[need]] = p;
            d->fill[need]++;
        }
    for (i32 p = 0; p < f->people; p++) {
        count_person(d, p);
        d->cost += line_cost(f, p, d->lines + (i64)p * f->slots, NULL);
    }
    for (i32 n = 0; n < f->needs; n++) d->cost += cover_points(f, n, d->fill[n]);
    for (i32 c = 0; c < f->crews; c++) d->cost += crew_points(d, c, &d->broken_crews);
    d->cost += d->link * d->broken_crews;
    return d->cost;
}

void draft_set(Draft *d, const i32 *lines) {
    memcpy(d->lines, lines, sizeof(i32) * d->f->people * d->f->slots);
    draft_recount(d);
}

i64 cover_points(const Form *f, i32 need, i32 people) {
    i64 points = 0;
    if (people < f->need_least[need]) points += (i64)f->need_short[need] * (f->need_least[need] - people);
    i32 wanted = f->need_wanted[need], low = people > f->need_least[need] ? people : f->need_least[need];
    if (low < wanted) points += (i64)f->need_below[need] * (wanted - low);
    if (people > wanted) points += (i64)f->need_over[need] * (people - wanted);
    if (people > f->need_most[need]) points += (i64)HARD * (people - f->need_most[need]);
    return points;
}

/* --- weighing a move: cheap parts first ------------------------------------------------------------------------------ */

typedef struct {
    const Move *m;
    i32 side[MOST_CHANGES];     /* whose change each is */
    i32 who[MOST_SIDES], sides;
    i32 touched[MOST_SIDES], groups[MOST_SIDES];
} Weighing;

static void note_sides(Weighing *w) {
    w->sides = 0;
    for (i32 i = 0; i < w->m->count; i++) {
        i32 s = 0;
        while (s < w->sides && w->who[s] != w->m->person[i]) s++;
        if (s == w->sides) {
            w->who[s] = w->m->person[i];
            w->touched[s] = w->groups[s] = 0;
            w->sides++;
        }
        w->side[i] = s;
    }
}

static void touch(const Form *f, Room *r, Weighing *w, i32 side, i32 counter, i32 amount) {
    i32 at = side * f->counters + counter;
    if (!r->delta[at]) {
        i32 known = 0; /* back at zero it may stand in the list already */
        for (i32 i = 0; i < w->touched[side]; i++) known |= r->touched[side * f->counters + i] == counter;
        if (!known) r->touched[side * f->counters + w->touched[side]++] = counter;
    }
    r->delta[at] += amount;
}

static void touch_group(const Form *f, Room *r, Weighing *w, i32 side, i32 group, i32 amount) {
    i32 at = side * f->groups + group, known = 0;
    for (i32 i = 0; i < w->groups[side]; i++) known |= r->group_touched[side * f->groups + i] == group;
    if (!known) r->group_touched[side * f->groups + w->groups[side]++] = group;
    r->group_delta[at] += amount;
}

static void touch_watch(const Form *f, Room *r, Weighing *w, i32 side, i32 watch, i32 sign) {
    for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++)
        touch(f, r, w, side, f->counter_of[i], sign * f->counter_amount[i]);
    for (i32 i = f->watch_groups[watch]; i < f->watch_groups[watch + 1]; i++)
        touch_group(f, r, w, side, f->group_of[i], sign);
}

/* Points of single duties; NEVER where somebody cannot stand what they would get. */
static i64 standing_change(const Draft *d, const Move *m) {
    const Form *f = d->f;
    i64 points = 0;
    for (i32 i = 0; i < m->count; i++) {
        i64 at = (i64)m->person[i] * f->slots + m->slot[i];
        i32 old = d->lines[at], new = m->need[i];
        if (f->fixed[at] >= 0) return NEVER;
        if (new >= 0) {
            i64 own = standing_points(f, m->person[i], new);
            if (own >= NEVER) return NEVER;
            points += own;
        }
        if (old >= 0) points -= standing_points(f, m->person[i], old);
        points += left_points(f, f->prior[at], new) - left_points(f, f->prior[at], old);
    }
    return points;
}

static i64 counters_change(Draft *d, Room *r, Weighing *w) {
    const Form *f = d->f;
    i64 points = 0;
    for (i32 i = 0; i < w->m->count; i++) {
        i32 old = d->lines[(i64)w->m->person[i] * f->slots + w->m->slot[i]], new = w->m->need[i];
        i32 before = old < 0 ? -1 : f->need_watch[old], after = new < 0 ? -1 : f->need_watch[new];
        if (before == after) continue;
        if (before >= 0) touch_watch(f, r, w, w->side[i], before, -1);
        if (after >= 0) touch_watch(f, r, w, w->side[i], after, 1);
    }
    for (i32 s = 0; s < w->sides; s++) {
        const i32 *grouped = d->grouped + (i64)w->who[s] * f->groups;
        for (i32 i = 0; i < w->groups[s]; i++) {
            i32 group = r->group_touched[s * f->groups + i], had = grouped[group];
            i32 change = (had + r->group_delta[s * f->groups + group] > 0) - (had > 0);
            if (change) touch(f, r, w, s, f->group_counter[group], change);
        }
        const i32 *amounts = d->amounts + (i64)w->who[s] * f->counters;
        for (i32 i = 0; i < w->touched[s]; i++) {
            i32 counter = r->touched[s * f->counters + i], change = r->delta[s * f->counters + counter];
            if (change)
                points += counter_points(f, w->who[s], counter, amounts[counter] + change) -
                          counter_points(f, w->who[s], counter, amounts[counter]);
        }
    }
    return points;
}

static void forget(const Form *f, Room *r, Weighing *w) {
    for (i32 s = 0; s < w->sides; s++) {
        for (i32 i = 0; i < w->touched[s]; i++) r->delta[s * f->counters + r->touched[s * f->counters + i]] = 0;
        for (i32 i = 0; i < w->groups[s]; i++) r->group_delta[s * f->groups + r->group_touched[s * f->groups + i]] = 0;
    }
}

static void keep_counts(Draft *d, Room *r, Weighing *w) {
    const Form *f = d->f;
    for (i32 s = 0; s < w->sides; s++) {
        i32 *amounts = d->amounts + (i64)w->who[s] * f->counters, *grouped = d->grouped + (i64)w->who[s] * f->groups;
        for (i32 i = 0; i < w->touched[s]; i++) {
            i32 counter = r->touched[s * f->counters + i];
            amounts[counter] += r->delta[s * f->counters + counter];
        }
        for (i32 i = 0; i < w->groups[s]; i++) {
            i32 group = r->group_touched[s * f->groups + i];
            grouped[group] += r->group_delta[s * f->groups + group];
        }
    }
}

/* Net change of people at each need; in an exchange there is none. */
static i32 fills_of(const Draft *d, const Move *m, i32 *needs, i32 *change) {
    i32 count = 0;
    for (i32 i = 0; i < m->count; i++) {
        i32 both[2] = {d->lines[(i64)m->person[i] * d->f->slots + m->slot[i]], m->need[i]};
        for (i32 k = 0; k < 2; k++) {
            if (both[k] < 0) continue;
            i32 j = 0;
            while (j < count && needs[j] != both[k]) j++;
            if (j == count) {
                needs[count] = both[k];
                change[count++] = 0;
            }
            change[j] += k ? 1 : -1;
        }
    }
    return count;
}

static i32 overfills(const Draft *d, i32 count, const i32 *needs, const i32 *change) {
    for (i32 i = 0; i < count; i++)
        if (change[i] > 0 && d->fill[needs[i]] + change[i] > d->f->need_most[needs[i]]) return 1;
    return 0;
}

static i64 cover_change(const Draft *d, i32 count, const i32 *needs, const i32 *change) {
    i64 points = 0;
    for (i32 i = 0; i < count; i++)
        if (change[i])
            points += cover_points(d->f, needs[i], d->fill[needs[i]] + change[i]) - cover_points(d->f, needs[i], d->fill[needs[i]]);
    return points;
}

/* --- the order of lines: carried out and weighed, or taken back --------------------------------------------------------- */

static i64 pairs_at(const Draft *d, i32 person, i32 slot, i32 need) {
    const Form *f = d->f;
    const i32 *line = d->lines + (i64)person * f->slots;
    i32 reach = f->reach, kinds = f->kinds, width = reach + 1;
    const i32 *table = f->pair + (i64)f->contract[person] * kinds * kinds * width;
    i32 kind = f->watch_kind[f->need_watch[need]], day = f->slot_day[slot];
    i64 points = 0;
    for (i32 t = slot - 1; t >= 0 && day - f->slot_day[t] <= reach; t--)
        if (line[t] >= 0)
            points += table[(f->watch_kind[f->need_watch[line[t]]] * kinds + kind) * width + day - f->slot_day[t]];
    for (i32 t = slot + 1; t < f->slots && f->slot_day[t] - day <= reach; t++)
        if (line[t] >= 0)
            points += table[(kind * kinds + f->watch_kind[f->need_watch[line[t]]]) * width + f->slot_day[t] - day];
    return points;
}

static void set_day(Draft *d, i32 person, i32 slot) { /* the bits of a slot's day, from all slots of that day */
    const Form *f = d->f;
    const i32 *line = d->lines + (i64)person * f->slots;
    i32 day = f->slot_day[slot], from = slot, to = slot;
    while (from > 0 && f->slot_day[from - 1] == day) from--;
    while (to + 1 < f->slots && f->slot_day[to + 1] == day) to++;
    u32 classes = 0;
    for (i32 t = from; t <= to; t++)
        if (line[t] >= 0) classes |= f->watch_classes[f->need_watch[line[t]]];
    u64 bit = 1ULL << (day & 63);
    for (i32 c = 0; c < f->classes; c++) {
        u64 *word = mask_of(d, person, c) + (day >> 6);
        *word = classes >> c & 1 ? *word | bit : *word & ~bit;
    }
}

static void hold(Draft *d, i32 person, i32 slot, i32 need) { /* set, and keep the list of holders */
    i32 *at = d->lines + (i64)person * d->f->slots + slot, old = *at;
    if (d->crews) {
        if (old >= 0) {
            i32 *list = d->holders + d->holder_at[old], k = 0;
            while (list[k] != person) k++;
            list[k] = list[--d->fill[old]];
        }
        if (need >= 0) d->holders[d->holder_at[need] + d->fill[need]++] = person;
    }
    *at = need;
}

/* Put the move's needs into the lines; the change of pairs. The old needs are left in `old`. */
static i64 carry_out(Draft *d, const Move *m, i32 *old) {
    i64 points = 0;
    const Form *f = d->f;
    for (i32 i = 0; i < m->count; i++) { /* first away, then there: no need ever holds more than it can */
        i32 now = d->lines[(i64)m->person[i] * f->slots + m->slot[i]];
        old[i] = now;
        if (now >= 0) {
            hold(d, m->person[i], m->slot[i], -1);
            points -= pairs_at(d, m->person[i], m->slot[i], now);
        }
    }
    for (i32 i = 0; i < m->count; i++) {
        if (m->need[i] >= 0) {
            points += pairs_at(d, m->person[i], m->slot[i], m->need[i]);
            hold(d, m->person[i], m->slot[i], m->need[i]);
        }
        set_day(d, m->person[i], m->slot[i]);
    }
    return points;
}

static void take_back(Draft *d, const Move *m, const i32 *old) {
    for (i32 i = 0; i < m->count; i++) hold(d, m->person[i], m->slot[i], -1);
    for (i32 i = 0; i < m->count; i++) {
        if (old[i] >= 0) hold(d, m->person[i], m->slot[i], old[i]);
        set_day(d, m->person[i], m->slot[i]);
    }
}

/* What the order of the lines may give back at most. */
static i64 order_slack(const Draft *d, const Move *m, const Weighing *w) {
    i64 slack = 0;
    for (i32 s = 0; s < w->sides; s++) slack += d->mask_cost[w->who[s]] + d->rest_cost[w->who[s]];
    if (d->soft_pairs)
        for (i32 i = 0; i < m->count; i++) {
            i32 old = d->lines[(i64)m->person[i] * d->f->slots + m->slot[i]];
            if (old >= 0) slack += pairs_at(d, m->person[i], m->slot[i], old);
        }
    return slack;
}

/* The crews a move touches: before it their old needs count, after it the new ones. -1: more than a move may. */
static i32 crews_of(const Draft *d, Room *r, const Move *m, i32 *crews) {
    const Form *f = d->f;
    i32 count = 0;
    r->crew_mark++;
    for (i32 i = 0; i < m->count; i++) {
        i32 both[2] = {d->lines[(i64)m->person[i] * f->slots + m->slot[i]], m->need[i]};
        for (i32 k = 0; k < 2; k++) {
            if (both[k] < 0) continue;
            for (i32 j = f->need_crews[both[k]]; j < f->need_crews[both[k] + 1]; j++) {
                i32 crew = f->crew_of[j];
                if (r->crew_seen[crew] == r->crew_mark) continue;
                if (count == MOST_TOUCHED) return -1;
                r->crew_seen[crew] = r->crew_mark;
                crews[count++] = crew;
            }
        }
    }
    return count;
}

static i64 crews_cost(const Draft *d, i32 count, const i32 *crews, i64 *broken) {
    i64 points = 0;
    for (i32 i = 0; i < count; i++) points += crew_points(d, crews[i], broken);
    return points;
}

i64 draft_try(Draft *d, Room *r, const Move *m, i64 limit) {
    const Form *f = d->f;
    Weighing w = {.m = m};
    i64 change = standing_change(d, m), slack = 0;
    if (change >= NEVER / 2) return NEVER;
    note_sides(&w);
    slack = order_slack(d, m, &w);
    i32 needs[2 * MOST_CHANGES], fills[2 * MOST_CHANGES], crews[MOST_TOUCHED], old[MOST_CHANGES];
    i32 covered = fills_of(d, m, needs, fills), crewed = 0;
    if (overfills(d, covered, needs, fills)) return NEVER;
    change += cover_change(d, covered, needs, fills);
    change += counters_change(d, r, &w);
    i64 broken = 0, crew_before = 0;
    if (d->crews) {
        crewed = crews_of(d, r, m, crews);
        if (crewed < 0) {
            forget(f, r, &w);
            return NEVER;
        }
        crew_before = crews_cost(d, crewed, crews, &broken);
        slack += crew_before + d->link * broken;
    }
    if (change - slack > limit) {
        forget(f, r, &w);
        return NEVER;
    }
    i64 mask_cost[MOST_SIDES], rest_cost[MOST_SIDES];
    change += carry_out(d, m, old);
    for (i32 s = 0; s < w.sides; s++) {
        mask_cost[s] = masks_cost(d, w.who[s]);
        rest_cost[s] = rest_of_order(d, w.who[s]);
        change += mask_cost[s] - d->mask_cost[w.who[s]] + rest_cost[s] - d->rest_cost[w.who[s]];
    }
    i64 mended = 0;
    if (d->crews) {
        change += crews_cost(d, crewed, crews, &mended) - crew_before;
        change += d->link * (mended - broken);
    }
    if (change > limit) {
        take_back(d, m, old);
        forget(f, r, &w);
        return NEVER;
    }
    keep_counts(d, r, &w);
    forget(f, r, &w);
    if (!d->crews)
        for (i32 i = 0; i < covered; i++)
            if (fills[i]) d->fill[needs[i]] += fills[i];
    for (i32 s = 0; s < w.sides; s++) {
        d->mask_cost[w.who[s]] = mask_cost[s];
        d->rest_cost[w.who[s]] = rest_cost[s];
    }
    r->gain += change;
    r->broken += mended - broken;
    return change;
}

/* What wishes, cover and crews cost, without the hard rules broken; `broken` receives those. */
i64 draft_soft(const Draft *d, Broken *broken) {
    const Form *f = d->f;
    i64 points = 0, crews = 0, surplus = 0;
    memset(broken, 0, sizeof(Broken));
    for (i32 p = 0; p < f->people; p++) points += line_parts(f, p, d->lines + (i64)p * f->slots, broken);
    for (i32 n = 0; n < f->needs; n++) {
        points += cover_points(f, n, d->fill[n]);
        if (d->fill[n] > f->need_most[n]) surplus += d->fill[n] - f->need_most[n];
    }
    for (i32 c = 0; c < f->crews; c++) points += crew_points(d, c, &crews);
    broken->units += crews + surplus;
    broken->hard += surplus * HARD;
    points -= broken->hard + broken->lack;
    broken->hard += crews * HARD;
    return points;
}
