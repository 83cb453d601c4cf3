#include "line.h"

#include <stddef.h>
#include <string.h>

/* Points of so many units; a price is HARD for each hard rule and the points of wishes. */
static i64 charged(i32 price, i64 units, Broken *broken) {
    if (broken) {
        broken->units += units * (price / HARD);
        broken->hard += units * (price / HARD) * HARD;
    }
    return units * price;
}

/* The same of too little. */
static i64 charged_lack(i64 price, i64 units, Broken *broken) {
    if (broken) {
        broken->units += units;
        broken->lack += units * price;
    }
    return units * price;
}

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

static i32 in_period(const Form *f, i32 day) { return day >= f->first && day <= f->last; }

static i32 touches_period(const Form *f, i32 begin, i32 end) { return end > f->first && begin <= f->last; }

/* Days missing to `least` over all runs that begin after day `since` and end before day `until`: runs with a day in
 * the period or, of days off, with a duty of the period at one end. */
static i32 too_short(const Form *f, const u64 *mask, i32 least, i32 since, i32 until, i32 off) {
    i32 missing = 0, days = f->days;
    for (i32 begin = next_day(mask, 0, days); begin < days;) {
        i32 end = begin + 1;
        while (end < days && has(mask, end)) end++;
        i32 own = off ? in_period(f, begin - 1) || in_period(f, end) : touches_period(f, begin, end);
        if (own && end - begin < least && begin > since && end - 1 < until) missing += least - (end - begin);
        begin = next_day(mask, end, days);
    }
    return missing;
}

/* Days off of the period, and those before and after it that lengthen its first and its last run up to a duty known. */
static void days_off(const Form *f, const u64 *work, u64 *off, i32 words) {
    i32 from = f->first, before = from, to = f->last, next = next_day(work, to, f->days);
    while (before >= 0 && !has(work, before)) before--;
    if (before >= 0) from = before + 1;
    if (next < f->days) to = next - 1;
    for (i32 w = 0; w < words; w++) off[w] = ~work[w];
    for (i32 day = 0; day < 64 * words; day++)
        if (day < from || day > to) off[day >> 6] &= ~(1ULL << (day & 63));
}

static i64 off_points(const Form *f, i32 run, const u64 *own, i32 words, Broken *broken) {
    u64 off[WORDS];
    i32 most = f->run_most[run], least = f->run_least[run], price = f->run_points[run];
    i64 points = 0;
    days_off(f, own, off, words);
    if (most < f->days) {
        i32 days = too_long(off, most, words);
        points += price >= HARD ? charged_lack(LACK, days, broken) : charged(price, days, broken);
    }
    if (least > 1) { /* only between two duties */
        for (i32 w = 0; w < words; w++) off[w] = ~own[w] & days_word(f, w);
        points += charged(price, too_short(f, off, least, 0, f->days - 1, 1), broken);
    }
    return points;
}

static i64 run_points(const Form *f, i32 run, i32 person, u64 masks[][WORDS], i32 words, Broken *broken) {
    const u64 *own = masks[f->run_class[run]];
    i32 most = f->run_most[run], least = f->run_least[run], days = 0;
    if (f->run_off[run]) return off_points(f, run, own, words, broken);
    if (most < f->days) days += too_long(own, most, words);
    if (least > 1) days += too_short(f, own, least, f->since[person], f->last, 0);
    return charged(f->run_points[run], days, broken);
}

/* Each run that is long enough against the first day of any work after it, where a day of the period has to do with
 * it. */
static i64 after_points(const Form *f, i32 after, u64 masks[][WORDS], Broken *broken) {
    const u64 *own = masks[f->after_class[after]];
    i64 missing = 0;
    for (i32 begin = next_day(own, 0, f->days); begin < f->days;) {
        i32 end = begin + 1;
        while (end < f->days && has(own, end)) end++;
        if (end - begin >= f->after_run[after]) {
            i32 next = next_day(masks[0], end, f->days), off = next - end;
            i32 own = touches_period(f, begin, end) || in_period(f, next);
            if (own && next < f->days && off < f->after_days[after]) missing += f->after_days[after] - off;
        }
        begin = next_day(own, end, f->days);
    }
    return charged(f->after_points[after], missing, broken);
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

static i64 mask_parts(const Form *f, i32 person, u64 masks[][WORDS], Broken *broken) {
    i32 words = words_of(f), contract = f->contract[person];
    i64 points = 0;
    for (i32 r = f->run_first[contract]; r < f->run_first[contract + 1]; r++)
        points += run_points(f, r, person, masks, words, broken);
    for (i32 a = f->after_first[contract]; a < f->after_first[contract + 1]; a++)
        points += after_points(f, a, masks, broken);
    if (f->half_weekend[contract]) points += charged(f->half_weekend[contract], half_weekends(f, masks[0]), broken);
    return points;
}

i64 mask_points(const Form *f, i32 person, u64 masks[][WORDS]) { return mask_parts(f, person, masks, NULL); }

/* --- the order of single duties ----------------------------------------------------------------------------------- */

static i64 pairs_of_line(const Form *f, i32 contract, const i32 *line, Broken *broken) {
    const i32 *table = f->pair + (i64)contract * f->kinds * f->kinds * (f->reach + 1);
    i64 points = 0;
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0) continue;
        i32 kind = f->watch_kind[f->need_watch[line[t]]];
        for (i32 u = t + 1; u < f->slots && f->slot_day[u] - f->slot_day[t] <= f->reach; u++)
            if (line[u] >= 0)
                points += charged(table[(kind * f->kinds + f->watch_kind[f->need_watch[line[u]]]) * (f->reach + 1) +
                                        f->slot_day[u] - f->slot_day[t]], 1, broken);
    }
    return points;
}

static i32 begins_before(const Form *f, i32 one, i32 other) {
    i32 a = f->need_watch[one], b = f->need_watch[other];
    if (f->watch_start[a] != f->watch_start[b]) return f->watch_start[a] < f->watch_start[b];
    return f->watch_end[a] < f->watch_end[b];
}

/* The needs of a line in order of time; slots nearly are. How many they are. */
static i32 in_time(const Form *f, const i32 *line, i32 *needs) {
    i32 n = 0;
    for (i32 t = 0; t < f->slots; t++) {
        if (line[t] < 0) continue;
        i32 at = n++;
        for (; at > 0 && begins_before(f, line[t], needs[at - 1]); at--) needs[at] = needs[at - 1];
        needs[at] = line[t];
    }
    return n;
}

static i32 is_own(const Form *f, i32 need) { return in_period(f, f->slot_day[f->watch_slot[f->need_watch[need]]]); }

/* Changes of site from one duty to the next of which one is of the period. */
static i64 steps_of_line(const Form *f, const i32 *needs, i32 count) {
    i32 before = -1;
    i64 steps = 0;
    for (i32 n = 0; n < count; n++) {
        if (f->need_site[needs[n]] < 0) continue;
        steps += before >= 0 && f->need_site[before] != f->need_site[needs[n]] && (is_own(f, before) || is_own(f, needs[n]));
        before = needs[n];
    }
    return steps;
}

/* Minutes of the longest free stretch between two moments; -1 where no duty of the period lies between them. */
static i32 longest_rest(const Form *f, const i32 *needs, i32 count, i32 from, i32 to) {
    i32 reached = from, longest = 0, own = 0;
    for (i32 n = 0; n < count; n++) {
        i32 watch = f->need_watch[needs[n]], start = f->watch_start[watch], end = f->watch_end[watch];
        if (end <= from || start >= to || !(f->watch_classes[watch] & 1)) continue;
        own |= is_own(f, needs[n]);
        if (start - reached > longest) longest = start - reached;
        if (end > reached) reached = end;
    }
    if (!own) return -1;
    return to - reached > longest ? to - reached : longest;
}

/* Minutes missing, over the weeks (or any seven days) whose last day lies in the period. */
static i64 lacking_rest(const Form *f, i32 weekly, const i32 *needs, i32 count) {
    i32 wanted = f->weekly_rest[weekly], rolling = f->weekly_rolling[weekly];
    i64 missing = 0;
    for (i32 last = rolling ? f->first : f->sunday; last <= f->last; last += rolling ? 1 : 7) {
        i32 longest = longest_rest(f, needs, count, (last - 6) * 1440, (last + 1) * 1440);
        if (longest >= 0 && longest < wanted) missing += wanted - longest;
    }
    return missing;
}

static i64 walk_parts(const Form *f, i32 contract, const i32 *line, Broken *broken) {
    i32 needs[f->slots + 1], count = in_time(f, line, needs);
    i64 points = 0;
    if (f->step[contract]) points += charged(f->step[contract], steps_of_line(f, needs, count), broken);
    for (i32 w = f->weekly_first[contract]; w < f->weekly_first[contract + 1]; w++)
        points += charged(f->weekly_points[w], lacking_rest(f, w, needs, count), broken);
    return points;
}

i64 walk_points(const Form *f, i32 contract, const i32 *line) { return walk_parts(f, contract, line, NULL); }

static i64 order_parts(const Form *f, i32 person, const i32 *line, Broken *broken) {
    u64 masks[MOST_CLASSES][WORDS];
    i32 contract = f->contract[person];
    line_masks(f, line, masks);
    return mask_parts(f, person, masks, broken) + pairs_of_line(f, contract, line, broken) +
           walk_parts(f, contract, line, broken);
}

i64 order_points(const Form *f, i32 person, const i32 *line) { return order_parts(f, person, line, NULL); }

/* --- single duties and totals -------------------------------------------------------------------------------------- */

static i64 standing_parts(const Form *f, i32 person, i32 need, Broken *broken) {
    i64 wish = f->wish[(i64)person * f->watches + f->need_watch[need]];
    i64 place = f->place_points[f->place[person] * f->places + f->need_place[need]];
    if (wish >= NEVER || place >= NEVER) return NEVER;
    i64 turn = 0;
    for (i32 i = f->need_turns[need]; i < f->need_turns[need + 1]; i++)
        if (f->turn_person[i] != person) turn += charged(f->turn_points[i], 1, broken);
    return wish + place + turn;
}

i64 standing_points(const Form *f, i32 person, i32 need) { return standing_parts(f, person, need, NULL); }

i64 left_points(const Form *f, i32 prior, i32 need) {
    return prior >= 0 && prior != need ? f->need_prior_points[prior] : 0;
}

static i64 counter_parts(const Form *f, i32 person, i32 counter, i32 amount, Broken *broken) {
    i64 at = (i64)person * f->counters + counter, points = 0;
    amount += f->counter_base[at];
    if (amount < f->counter_low[at]) points += (i64)(f->counter_low[at] - amount) * f->counter_under[at];
    if (amount > f->counter_high[at]) points += (i64)(amount - f->counter_high[at]) * f->counter_over[at];
    if (amount < f->counter_least[at])
        points += charged_lack(f->counter_lack[counter], f->counter_least[at] - amount, broken);
    if (amount > f->counter_most[at]) points += charged(HARD, amount - f->counter_most[at], broken);
    return points;
}

i64 counter_points(const Form *f, i32 person, i32 counter, i32 amount) {
    return counter_parts(f, person, counter, amount, NULL);
}

i64 line_parts(const Form *f, i32 person, const i32 *line, Broken *broken) {
    i32 amounts[f->counters + 1], grouped[f->groups + 1];
    memset(amounts, 0, sizeof(amounts));
    memset(grouped, 0, sizeof(grouped));
    i64 points = 0;
    for (i32 t = 0; t < f->slots; t++) {
        points += left_points(f, f->prior[(i64)person * f->slots + t], line[t]);
        if (line[t] < 0) continue;
        i32 watch = f->need_watch[line[t]];
        i64 own = standing_parts(f, person, line[t], broken);
        if (own < NEVER) points += own;
        else if (f->fixed[(i64)person * f->slots + t] != line[t]) points += charged(HARD, 1, broken);
        for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++)
            amounts[f->counter_of[i]] += f->counter_amount[i];
        for (i32 i = f->watch_groups[watch]; i < f->watch_groups[watch + 1]; i++)
            if (!grouped[f->group_of[i]]++) amounts[f->group_counter[f->group_of[i]]]++;
    }
    for (i32 c = 0; c < f->counters; c++) points += counter_parts(f, person, c, amounts[c], broken);
    return points + order_parts(f, person, line, broken);
}

i64 line_cost(const Form *f, i32 person, const i32 *line, i64 *hard) {
    Broken broken = {0};
    i64 points = line_parts(f, person, line, &broken);
    if (hard) *hard = broken.units;
    return points;
}

i32 form_size(void) { return (i32)sizeof(Form); }
