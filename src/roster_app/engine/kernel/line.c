#include "line.h"

#include <string.h>

/* --- days as bits ------------------------------------------------------------------------------------------------ */

static i32 words_of(const Form *f) { return (f->days + 63) / 64; }

static void shift_down(u64 *out, const u64 *in, i32 words) { /* bit d of out is bit d + 1 of in */
    for (i32 w = 0; w < words; w++) out[w] = (in[w] >> 1) | (w + 1 < words ? in[w + 1] << 63 : 0);
}

static i32 ones(const u64 *in, i32 words) {
    i32 n = 0;
    for (i32 w = 0; w < words; w++) n += __builtin_popcountll(in[w]);
    return n;
}

static u64 days_word(const Form *f, i32 word) { /* the bits of a word that are known days */
    i32 left = f->days - 64 * word;
    return left >= 64 ? ~0ULL : left <= 0 ? 0 : (1ULL << left) - 1;
}

/* Days beyond `most` over all runs: days from which `most` more days follow in the run. */
static i32 too_long(const u64 *mask, i32 most, i32 words) {
    u64 x[WORDS], s[WORDS];
    memcpy(x, mask, sizeof(u64) * words);
    memcpy(s, mask, sizeof(u64) * words);
    for (i32 n = 0; n < most; n++) {
        shift_down(s, s, words);
        u64 any = 0;
        for (i32 w = 0; w < words; w++) any |= x[w] &= s[w];
        if (!any) return 0;
    }
    return ones(x, words);
}

static i32 has(const u64 *mask, i32 day) { return mask[day >> 6] >> (day & 63) & 1; }

static i32 next_day(const u64 *mask, i32 day, i32 days) { /* the first set day from `day` on, or `days` */
    if (day >= days) return days;
    u64 word = mask[day >> 6] & (~0ULL << (day & 63));
    for (i32 w = day >> 6; w < (days + 63) / 64; word = mask[++w])
        if (word) return 64 * w + __builtin_ctzll(word);
    return days;
}

/* Days missing to `least` over all runs that begin after day `since` and end before day `until`. */
static i32 too_short(const Form *f, const u64 *mask, i32 least, i32 since, i32 until) {
    i32 missing = 0, days = f->days;
    for (i32 begin = next_day(mask, 0, days); begin < days;) {
        i32 end = begin + 1;
        while (end < days && has(mask, end)) end++;
        if (end - begin < least && begin > since && end - 1 < until) missing += least - (end - begin);
        begin = next_day(mask, end, days);
    }
    return missing;
}

/* Days off between the first and the last day with a duty of the class and all those of the period. */
static void days_off(const Form *f, const u64 *work, u64 *off, i32 words) {
    i32 from = next_day(work, 0, f->days), to = f->last;
    for (i32 day = from; day < f->days; day = next_day(work, day + 1, f->days))
        if (day > to) to = day;
    if (from > f->first) from = f->first;
    for (i32 w = 0; w < words; w++) off[w] = ~work[w];
    for (i32 day = 0; day < 64 * words; day++)
        if (day < from || day > to) off[day >> 6] &= ~(1ULL << (day & 63));
}

static i64 run_points(const Form *f, i32 run, i32 person, u64 masks[][WORDS], i32 words) {
    const u64 *own = masks[f->run_class[run]];
    u64 off[WORDS];
    i32 most = f->run_most[run], least = f->run_least[run];
    i64 days = 0;
    if (f->run_off[run]) {
        days_off(f, own, off, words);
        if (most < f->days) days += too_long(off, most, words);
        if (least > 1) { /* only between two duties */
            for (i32 w = 0; w < words; w++) off[w] = ~own[w] & days_word(f, w);
            days += too_short(f, off, least, 0, f->days - 1);
        }
    } else {
        if (most < f->days) days += too_long(own, most, words);
        if (least > 1) days += too_short(f, own, least, f->since[person], f->last);
    }
    return days * f->run_points[run];
}

/* Each run that is long enough against the first day of any work after it. */
static i64 after_points(const Form *f, i32 after, u64 masks[][WORDS]) {
    const u64 *own = masks[f->after_class[after]];
    i64 missing = 0;
    for (i32 begin = next_day(own, 0, f->days); begin < f->days;) {
        i32 end = begin + 1;
        while (end < f->days && has(own, end)) end++;
        if (end - begin >= f->after_run[after]) {
            i32 off = next_day(masks[0], end, f->days) - end;
            if (end + off < f->days && off < f->after_days[after]) missing += f->after_days[after] - off;
        }
        begin = next_day(own, end, f->days);
    }
    return missing * f->after_points[after];
}

static i64 half_weekends(const Form *f, const u64 *work) {
    i64 halves = 0;
    for (i32 n = 0; n < f->weekends; n++) halves += has(work, f->weekend_day[n]) != has(work, f->weekend_day[n] + 1);
    return halves;
}

void line_masks(const Form *f, const i32 *line, u64 masks[][WORDS]) {
    for (i32 c = 0; c < f->classes; c++) memset(masks[c], 0, sizeof(u64) * words_of(f));
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0) continue;
        i32 day = f->slot_day[t];
        u32 classes = f->watch_classes[f->need_watch[line[t]]];
        for (; classes; classes &= classes - 1) masks[__builtin_ctz(classes)][day >> 6] |= 1ULL << (day & 63);
    }
}

i64 mask_points(const Form *f, i32 person, u64 masks[][WORDS]) {
    i32 words = words_of(f), contract = f->contract[person];
    i64 points = 0;
    for (i32 r = f->run_first[contract]; r < f->run_first[contract + 1]; r++)
        points += run_points(f, r, person, masks, words);
    for (i32 a = f->after_first[contract]; a < f->after_first[contract + 1]; a++) points += after_points(f, a, masks);
    if (f->half_weekend[contract]) points += f->half_weekend[contract] * half_weekends(f, masks[0]);
    return points;
}

/* --- the order of single duties ----------------------------------------------------------------------------------- */

static i64 pairs_of_line(const Form *f, i32 contract, const i32 *line) {
    const i32 *table = f->pair + (i64)contract * f->kinds * f->kinds * (f->reach + 1);
    i64 points = 0;
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0) continue;
        i32 kind = f->watch_kind[f->need_watch[line[t]]];
        for (i32 u = t + 1; u < f->slots && f->slot_day[u] - f->slot_day[t] <= f->reach; u++)
            if (line[u] >= 0)
                points += table[(kind * f->kinds + f->watch_kind[f->need_watch[line[u]]]) * (f->reach + 1) +
                                f->slot_day[u] - f->slot_day[t]];
    }
    return points;
}

static i64 steps_of_line(const Form *f, const i32 *line) {
    i32 site = -1;
    i64 steps = 0;
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0 || f->need_site[line[t]] < 0) continue;
        steps += site >= 0 && site != f->need_site[line[t]];
        site = f->need_site[line[t]];
    }
    return steps;
}

/* Minutes of the longest free stretch between two moments; -1 where no duty of the period lies between them. */
static i32 longest_rest(const Form *f, const i32 *line, i32 from, i32 to) {
    i32 reached = from, longest = 0, own = 0;
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0) continue;
        i32 watch = f->need_watch[line[t]], start = f->watch_start[watch], end = f->watch_end[watch];
        if (end <= from || start >= to || !(f->watch_classes[watch] & 1)) continue;
        own |= f->slot_day[t] >= f->first && f->slot_day[t] <= f->last;
        if (start - reached > longest) longest = start - reached;
        if (end > reached) reached = end;
    }
    if (!own) return -1;
    return to - reached > longest ? to - reached : longest;
}

/* Minutes missing, over the weeks (or any seven days) whose last day lies in the period. */
static i64 lacking_rest(const Form *f, i32 weekly, const i32 *line) {
    i32 wanted = f->weekly_rest[weekly], rolling = f->weekly_rolling[weekly];
    i64 missing = 0;
    for (i32 last = rolling ? f->first : f->sunday; last <= f->last; last += rolling ? 1 : 7) {
        i32 longest = longest_rest(f, line, (last - 6) * 1440, (last + 1) * 1440);
        if (longest >= 0 && longest < wanted) missing += wanted - longest;
    }
    return missing;
}

i64 walk_points(const Form *f, i32 contract, const i32 *line) {
    i64 points = 0;
    if (f->step[contract]) points += f->step[contract] * steps_of_line(f, line);
    for (i32 w = f->weekly_first[contract]; w < f->weekly_first[contract + 1]; w++)
        points += f->weekly_points[w] * lacking_rest(f, w, line);
    return points;
}

i64 order_points(const Form *f, i32 person, const i32 *line) {
    u64 masks[MOST_CLASSES][WORDS];
    i32 contract = f->contract[person];
    line_masks(f, line, masks);
    return mask_points(f, person, masks) + pairs_of_line(f, contract, line) + walk_points(f, contract, line);
}

/* --- single duties and totals -------------------------------------------------------------------------------------- */

i64 standing_points(const Form *f, i32 person, i32 need) {
    i64 wish = f->wish[(i64)person * f->watches + f->need_watch[need]];
    i64 place = f->place_points[f->place[person] * f->places + f->need_place[need]];
    if (wish >= NEVER || place >= NEVER) return NEVER;
    i64 turn = 0;
    for (i32 i = f->need_turns[need]; i < f->need_turns[need + 1]; i++)
        turn += f->turn_person[i] != person ? f->turn_points[i] : 0;
    return wish + place + turn;
}

i64 left_points(const Form *f, i32 prior, i32 need) {
    return prior >= 0 && prior != need ? f->need_prior_points[prior] : 0;
}

i64 counter_points(const Form *f, i32 person, i32 counter, i32 amount) {
    i64 at = (i64)person * f->counters + counter, points = 0;
    amount += f->counter_base[at];
    if (amount < f->counter_low[at]) points += (i64)(f->counter_low[at] - amount) * f->counter_under[at];
    if (amount > f->counter_high[at]) points += (i64)(amount - f->counter_high[at]) * f->counter_over[at];
    if (amount < f->counter_least[at]) points += (i64)HARD * (f->counter_least[at] - amount);
    if (amount > f->counter_most[at]) points += (i64)HARD * (amount - f->counter_most[at]);
    return points;
}

i64 line_cost(const Form *f, i32 person, const i32 *line, i64 *hard) {
    i32 amounts[f->counters + 1], grouped[f->groups + 1];
    memset(amounts, 0, sizeof(amounts));
    memset(grouped, 0, sizeof(grouped));
    i64 points = 0, broken = 0;
    for (i32 t = 0; t < f->slots; t++) {
        points += left_points(f, f->prior[(i64)person * f->slots + t], line[t]);
        if (line[t] < 0) continue;
        i32 watch = f->need_watch[line[t]];
        i64 own = standing_points(f, person, line[t]);
        if (own < NEVER) points += own;
        else if (f->fixed[(i64)person * f->slots + t] != line[t]) broken++;
        for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++)
            amounts[f->counter_of[i]] += f->counter_amount[i];
        for (i32 i = f->watch_groups[watch]; i < f->watch_groups[watch + 1]; i++)
            if (!grouped[f->group_of[i]]++) amounts[f->group_counter[f->group_of[i]]]++;
    }
    for (i32 c = 0; c < f->counters; c++) points += counter_points(f, person, c, amounts[c]);
    points += order_points(f, person, line) + broken * HARD;
    if (hard) *hard = points >= HARD / 2 ? (points + HARD / 2) / HARD : 0;
    return points;
}
