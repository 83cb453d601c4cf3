/* A roster at once: seat by seat in the order given, each to the person it costs least and who lags furthest behind. */
#include "draft.h"

#include <stdlib.h>

#define WHOLE 40            /* tries to fill a crew at once that nobody may begin alone */
#define LAG 64              /* a point of cost in the scale of lags */

static i64 lag_of(const Form *f, i32 person, i32 counter, i32 amount) {
    i64 at = (i64)person * f->counters + counter;
    if (!f->counter_over[at] || f->counter_high[at] >= UNLIMITED) return 0;
    return (i64)LAG * 2 * (amount + f->counter_base[at]) / (f->counter_high[at] + 1);
}

/* What the duty would cost the person, as far as one need not look at the order of the line; NEVER. */
static i64 price(const Draft *d, Room *r, i32 person, i32 need, i32 slot) {
    const Form *f = d->f;
    i64 at = (i64)person * f->slots + slot, points = standing_points(f, person, need);
    if (points >= NEVER || d->lines[at] >= 0) return NEVER;
    points *= LAG;
    i32 watch = f->need_watch[need];
    const i32 *amounts = d->amounts + (i64)person * f->counters;
    for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++) {
        i32 counter = f->counter_of[i], now = amounts[counter], then = now + f->counter_amount[i];
        points += LAG * (counter_points(f, person, counter, then) - counter_points(f, person, counter, now));
        points += lag_of(f, person, counter, then);
    }
    return points + below(r, LAG / 8);
}

static i32 seat(Draft *d, Room *r, i32 need, i64 limit, i64 *prices) {
    const Form *f = d->f;
    i32 slot = f->watch_slot[f->need_watch[need]];
    for (i32 p = 0; p < f->people; p++) prices[p] = price(d, r, p, need, slot);
    for (;;) {
        i32 best = 0;
        for (i32 p = 1; p < f->people; p++)
            if (prices[p] < prices[best]) best = p;
        if (prices[best] >= (i64)LAG * (HARD / 2)) return 0;
        Move m = {.count = 1, .person = {best}, .slot = {slot}, .need = {need}};
        if (draft_try(d, r, &m, limit) < NEVER) return 1;
        prices[best] = (i64)LAG * HARD;
    }
}

/* Fill the needs in the order given, up to what is wanted; seats left empty. */
i32 construct(Draft *d, Room *r, const i32 *order, i32 count, i64 limit) {
    const Form *f = d->f;
    i64 *prices = malloc(sizeof(i64) * (f->people + 1));
    i32 empty = 0;
    if (f->people) gather(d, r, limit);
    for (i32 i = 0; i < count && f->people; i++)
        while (d->fill[order[i]] < f->need_wanted[order[i]] && seat(d, r, order[i], limit, prices)) {}
    if (f->people) fill_crews(d, r, limit, WHOLE);
    for (i32 i = 0; i < count; i++)
        empty += f->need_wanted[order[i]] > d->fill[order[i]] ? f->need_wanted[order[i]] - d->fill[order[i]] : 0;
    free(prices);
    d->cost += r->gain;
    d->broken_crews += r->broken;
    r->gain = r->broken = 0;
    return empty;
}
