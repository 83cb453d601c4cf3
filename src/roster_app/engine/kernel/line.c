#include "line.h"

#include <string.h>

/* --- days as bits ------------------------------------------------------------------------------------------------ */

static i32 words_of(const Form *f) { return (f->days + 63) / 64; }

static void shift_down(u64 *out, const u64 *in, i32 words) { /* bit d of out is bit d + 1 of in */
    for (i32 w = 0; w < words; w++) out[w] = (in[w] >> 1) | (w + 1 < words ? in[w + 1] << 63 : 0);
}

static void shift_up(u64 *out, const u64 *in, i32 words) {
    for (i32 w = words - 1; w >= 0; w--) out[w] = (in[w] << 1) | (w ? in[w - 1] >> 63 : 0);
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

/* Days missing to `least` over all runs that touch neither end of what is known. */
static i32 too_short(const Form *f, const u64 *mask, i32 least, i32 words) {
    u64 begins[WORDS], whole[WORDS], s[WORDS];
    shift_up(begins, mask, words);
    for (i32 w = 0; w < words; w++) begins[w] = mask[w] & ~begins[w];
    begins[0] &= ~1ULL; /* a run from the first day on may have begun before */
    memcpy(whole, mask, sizeof(u64) * words);
    memcpy(s, mask, sizeof(u64) * words);
    i32 missing = 0, last = f->days;
    for (i32 length = 1; length < least; length++) {
        shift_down(s, s, words);
        for (i32 w = 0; w < words; w++) whole[w] &= s[w];
        for (i32 w = 0; w < words; w++) {
            u64 low = begins[w] & ~whole[w]; /* runs of at most `length` days */
            while (low) {
                i32 day = 64 * w + __builtin_ctzll(low);
                low &= low - 1;
                i32 end = day; /* does the run reach the last day? then it may go on */
                while (end < last && (mask[end >> 6] >> (end & 63) & 1)) end++;
                missing += end < last;
            }
        }
    }
    return missing;
}

static i64 run_points(const Form *f, i32 run, u64 masks[][WORDS], i32 words) {
    u64 own[WORDS];
    for (i32 w = 0; w < words; w++) {
        u64 mask = masks[f->run_class[run]][w];
        own[w] = (f->run_off[run] ? ~mask : mask) & days_word(f, w);
    }
    i64 points = 0;
    if (f->run_most[run] < f->days) points += too_long(own, f->run_most[run], words);
    if (f->run_least[run] > 1) points += too_short(f, own, f->run_least[run], words);
    return points * f->run_points[run];
}

static i64 after_points(const Form *f, i32 after, u64 masks[][WORDS], i32 words) {
    const u64 *own = masks[f->after_class[after]];
    u64 x[WORDS], s[WORDS];
    memcpy(x, own, sizeof(u64) * words);
    memcpy(s, own, sizeof(u64) * words);
    for (i32 n = 1; n < f->after_run[after]; n++) { /* x: a run so long ends here or goes on */
        shift_up(s, s, words);
        for (i32 w = 0; w < words; w++) x[w] &= s[w];
    }
    shift_down(s, own, words);
    for (i32 w = 0; w < words; w++) x[w] &= ~s[w];
    i64 worked = 0;
    for (i32 n = 0; n < f->after_days[after]; n++) {
        shift_up(x, x, words);
        for (i32 w = 0; w < words; w++) worked += __builtin_popcountll(x[w] & masks[0][w]);
    }
    return worked * f->after_points[after];
}

static i64 half_weekends(const Form *f, const u64 *work) {
    i64 halves = 0;
    for (i32 n = 0; n < f->weekends; n++) {
        i32 saturday = f->weekend_day[n], sunday = saturday + 1;
        halves += (work[saturday >> 6] >> (saturday & 63) & 1) != (work[sunday >> 6] >> (sunday & 63) & 1);
    }
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

i64 mask_points(const Form *f, i32 contract, u64 masks[][WORDS]) {
    i32 words = words_of(f);
    i64 points = 0;
    for (i32 r = f->run_first[contract]; r < f->run_first[contract + 1]; r++) points += run_points(f, r, masks, words);
    for (i32 a = f->after_first[contract]; a < f->after_first[contract + 1]; a++)
        points += after_points(f, a, masks, words);
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

/* Minutes of the longest free stretch between two moments. */
static i32 longest_rest(const Form *f, const i32 *line, i32 from, i32 to) {
    i32 reached = from, longest = 0;
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0) continue;
        i32 start = f->watch_start[f->need_watch[line[t]]], end = f->watch_end[f->need_watch[line[t]]];
        if (end <= from || start >= to) continue;
        if (start - reached > longest) longest = start - reached;
        if (end > reached) reached = end;
    }
    return to - reached > longest ? to - reached : longest;
}

static i64 unrested_weeks(const Form *f, i32 contract, const i32 *line) {
    i32 wanted = f->weekly_rest[contract], rolling = f->weekly_rest_days[contract], step = rolling ? 1 : 7;
    i64 broken = 0;
    for (i32 day = rolling ? f->first : f->monday; day + 6 <= f->last; day += step)
        broken += longest_rest(f, line, day * 1440, (day + 7) * 1440) < wanted;
    return broken;
}

i64 walk_points(const Form *f, i32 contract, const i32 *line) {
    i64 points = 0;
    if (f->step[contract]) points += f->step[contract] * steps_of_line(f, line);
    if (f->weekly_rest[contract]) points += f->weekly_rest_points[contract] * unrested_weeks(f, contract, line);
    return points;
}

i64 order_points(const Form *f, i32 person, const i32 *line) {
    u64 masks[MOST_CLASSES][WORDS];
    i32 contract = f->contract[person];
    line_masks(f, line, masks);
    return mask_points(f, contract, masks) + pairs_of_line(f, contract, line) + walk_points(f, contract, line);
}

/* --- single duties and totals -------------------------------------------------------------------------------------- */

i64 standing_points(const Form *f, i32 person, i32 need) {
    i64 wish = f->wish[(i64)person * f->watches + f->need_watch[need]];
    i64 place = f->place_points[f->place[person] * f->places + f->need_place[need]];
    if (wish >= NEVER || place >= NEVER) return NEVER;
    i64 turn = f->need_turn[need] >= 0 && f->need_turn[need] != person ? f->need_turn_points[need] : 0;
    return wish + place + turn;
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
        i32 prior = f->prior[(i64)person * f->slots + t];
        if (prior >= 0 && prior != line[t]) points += f->prior_points;
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
