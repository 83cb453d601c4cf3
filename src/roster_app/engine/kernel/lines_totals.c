/* Totals of a line: those that are part of the state, and surcharges on duties for those that are not. */
#include "lines_pricing.h"

#define MOST_INNER (1 << 20)    /* values of a row */

/* --- what lies outside the window ---------------------------------------------------------------------------------- */

static i32 total_of(const Person *p, i32 counter) {
    for (i32 i = 0; i < p->totals; i++)
        if (p->total[i].counter == counter) return i;
    return -1;
}

static void count_duty(const Pricing *x, i32 watch, i32 *amounts, uint8_t *touched) {
    const Form *f = x->f;
    for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++) {
        i32 total = total_of(x->p, f->counter_of[i]);
        if (total >= 0) amounts[total] += f->counter_amount[i];
    }
    for (i32 i = f->watch_groups[watch]; i < f->watch_groups[watch + 1]; i++) {
        i32 g = f->group_of[i], total = total_of(x->p, f->group_counter[g]);
        if (!touched[g]++ && total >= 0) amounts[total]++;
    }
}

i32 totals_outside(Pricing *x) {
    const Form *f = x->f;
    GROW(x->d, outside, x->p->totals + 1);
    GROW(x->d, touched, f->groups + 1);
    memset(x->d->outside, 0, sizeof(i32) * (x->p->totals + 1));
    memset(x->d->touched, 0, (size_t)f->groups + 1);
    x->begin = order_begin(x->p->order);
    for (i32 t = 0; t < f->slots; t++) {
        if (t == x->from) t = x->paced ? f->slots : x->to;
        if (t == f->slots) break;
        if (x->line[t] >= 0) count_duty(x, f->need_watch[x->line[t]], x->d->outside, x->d->touched);
    }
    for (i32 t = 0; t < x->from; t++) {
        x->begin = order_step(x->p->order, t, x->begin, symbol_at(x, t)).state;
        if (x->begin < 0) return 0;
    }
    return 1;
}

/* --- the totals that are part of the state ----------------------------------------------------------------------------- */

/* Keeping pace: how much a total may be at the end of the window, give or take two duties from its share of the slots
 * walked so far. */
typedef struct {
    i64 least, most;
} Pace;

static Pace pace_of(const Pricing *x, const Total *t) {
    const Form *f = x->f;
    i64 at = (i64)x->p->person * f->counters + t->counter;
    i64 reach = t->reach[f->slots], now = t->reach[x->to], span = 2 * t->step;
    i64 most = f->counter_most[at] - f->counter_base[at], least = f->counter_least[at] - f->counter_base[at];
    Pace pace = {INT32_MIN, most};
    if (reach > 0 && most < reach && most * now / reach + span < most) pace.most = most * now / reach + span;
    if (reach > 0 && least > 0) pace.least = (least * now + reach - 1) / reach - span;
    return pace;
}

/* What a total costs; keeping pace: forbidden where it is out of step. */
i64 totals_points(const Pricing *x, const Total *t, i32 amount) {
    if (!x->paced) return total_points(x->l, x->p, t, amount);
    Pace pace = pace_of(x, t);
    return amount > pace.most || amount < pace.least ? NEVER : 0;
}

static i32 growth(const Pricing *x, const Total *t) {
    return t->reach[x->to] - (t->reach + x->f->slots + 1)[x->from];
}

static i32 binds(const Pricing *x, i32 i) {
    const Total *t = x->p->total + i;
    i32 outside = x->d->outside[i];
    return totals_points(x, t, outside) || totals_points(x, t, outside + growth(x, t));
}

static void add_axis(Pricing *x, i32 i) {
    const Total *t = x->p->total + i;
    if (x->axes == MOST_TOTALS || x->dropped >> i & 1) {
        x->dropped |= 1ULL << i;
        return;
    }
    i64 most_ever = x->paced && !x->p->broken ? pace_of(x, t).most : t->most, left = most_ever - x->d->outside[i];
    i32 most = growth(x, t) < left ? growth(x, t) : (i32)left;
    x->axis[x->axes++] = (Axis){i, x->d->outside[i], (most < 0 ? 0 : most) / t->unit + 1, 0, 0};
}

void totals_choose(Pricing *x) {
    x->axes = 0;
    for (i32 pass = 0; pass < 3; pass++) /* both-sided first, then what is counted by groups or tight, then what showed to bind */
        for (i32 i = 0; i < x->p->totals && i < MOST_WATCHED; i++) {
            const Total *t = x->p->total + i;
            i32 own = t->two_sided ? 0 : t->strong ? 1 : x->p->chosen >> i & 1 ? 2 : 3;
            if (own == pass && binds(x, i)) add_axis(x, i);
        }
    for (i32 i = 1; i < x->axes; i++) /* the longest outside, for its rows are trimmed */
        if (x->axis[i].size > x->axis[0].size) {
            Axis moved = x->axis[0];
            x->axis[0] = x->axis[i];
            x->axis[i] = moved;
        }
}

i32 totals_axis(const Pricing *x, i32 counter) {
    for (i32 i = 0; i < x->axes; i++)
        if (x->p->total[x->axis[i].total].counter == counter) return i;
    return -1;
}

/* How the axes but the first lie in a row of values; `inner` is 0 if they are too many. */
void totals_pads(Pricing *x) {
    const Form *f = x->f;
    i32 step[MOST_TOTALS] = {0};
    for (i32 a = x->p->arc_first[x->from]; a < x->p->arc_first[x->to]; a++) {
        i32 own[MOST_TOTALS] = {0}, w = x->p->arcs[a].watch;
        if (w < 0) continue;
        for (i32 i = f->watch_counters[w]; i < f->watch_counters[w + 1]; i++) {
            i32 axis = totals_axis(x, f->counter_of[i]);
            if (axis >= 0) own[axis] += f->counter_amount[i] / x->p->total[x->axis[axis].total].unit;
        }
        for (i32 i = f->watch_groups[w]; i < f->watch_groups[w + 1]; i++) {
            i32 axis = totals_axis(x, f->group_counter[f->group_of[i]]);
            if (axis >= 0) own[axis]++;
        }
        for (i32 i = 0; i < x->axes; i++)
            if (own[i] > step[i]) step[i] = own[i];
    }
    i64 inner = 1, tail = 0;
    for (i32 i = 1; i < x->axes; i++) {
        x->axis[i].padded = x->axis[i].size + step[i];
        x->axis[i].stride = (i32)inner;
        tail += step[i] * inner;
        inner *= x->axis[i].padded;
        if (inner > MOST_INNER || tail > MOST_INNER) break;
    }
    x->inner = inner > MOST_INNER || tail > MOST_INNER ? 0 : (i32)inner;
    x->tail = (i32)(x->inner ? tail : 0);
}

/* --- what the line found adds up to ------------------------------------------------------------------------------------ */

void totals_add_up(const Pricing *x) {
    uint8_t touched[x->f->groups + 1];
    GROW(x->d, amounts, x->p->totals + 1);
    memset(x->d->amounts, 0, sizeof(i32) * (x->p->totals + 1));
    memset(touched, 0, sizeof(touched));
    for (i32 t = 0; t < x->f->slots; t++)
        if (x->line[t] >= 0) count_duty(x, x->f->need_watch[x->line[t]], x->d->amounts, touched);
}

u64 totals_left_out_broken(const Pricing *x) {
    u64 broken = 0;
    for (i32 i = 0; i < x->p->totals && i < MOST_WATCHED; i++)
        if (totals_points(x, x->p->total + i, x->d->amounts[i]) > 0) broken |= 1ULL << i;
    return broken & ~x->p->chosen & ~x->dropped;
}

i32 totals_any_broken(const Pricing *x) {
    for (i32 i = 0; i < x->p->totals; i++)
        if (totals_points(x, x->p->total + i, x->d->amounts[i]) >= NEVER) return 1;
    return 0;
}

/* A total that was taken in because it showed to bind, and is far from its limit now, may be left out next time. */
void totals_forget_loose(const Pricing *x) {
    for (i32 i = 0; i < x->axes; i++) {
        i32 own = x->axis[i].total;
        if (x->d->amounts[own] + x->p->total[own].unit <= x->p->total[own].most) x->p->chosen &= ~(1ULL << own);
    }
}

/* --- totals for which there is no room ---------------------------------------------------------------------------------------- */

/* What is allowed of a total, in amounts. */
static Pace allowed(const Pricing *x, const Total *t) {
    i64 at = (i64)x->p->person * x->f->counters + t->counter, base = x->f->counter_base[at];
    if (x->paced) return pace_of(x, t);
    return (Pace){x->f->counter_least[at] - base, x->f->counter_most[at] - base};
}

/* What a duty costs more because of totals that are not part of the state. */
i64 totals_surcharge(const Pricing *x, i32 watch) {
    i64 points = 0;
    for (i32 i = 0; i < x->p->totals && watch >= 0; i++) {
        const Total *t = x->p->total + i;
        if (!t->surcharge || totals_axis(x, t->counter) >= 0) continue;
        for (i32 k = x->f->watch_counters[watch]; k < x->f->watch_counters[watch + 1]; k++)
            if (x->f->counter_of[k] == t->counter) points += (i64)t->surcharge * (x->f->counter_amount[k] / t->unit);
    }
    return points;
}

/* What surcharges add to the value of every line at the most: the value less this bounds the line without them
 * (Held & Karp 1971). */
i64 totals_surcharged(const Pricing *x) {
    i64 points = 0;
    for (i32 i = 0; i < x->p->totals; i++) {
        const Total *t = x->p->total + i;
        if (!t->surcharge || totals_axis(x, t->counter) >= 0) continue;
        Pace limits = allowed(x, t);
        points += (i64)t->surcharge * (((t->surcharge < 0 ? limits.least : limits.most) - x->d->outside[i]) / t->unit);
    }
    return points;
}

/* Units by which an amount is above (or, negative, below) what is allowed. */
static i64 excess(const Pricing *x, const Total *t, i32 amount) {
    Pace limits = allowed(x, t);
    i64 by = amount > limits.most ? amount - limits.most : amount < limits.least ? amount - limits.least : 0;
    return by / t->unit ? by / t->unit : by < 0 ? -1 : 1;
}

/* Make duties dearer that lead to too much of a total outside the state, or cheaper for too little; 1 if any are. */
i32 totals_raise_surcharges(const Pricing *x, i64 step) {
    i32 raised = 0;
    for (i32 i = 0; i < x->p->totals; i++) {
        Total *t = x->p->total + i;
        if (t->grouped || totals_axis(x, t->counter) >= 0) continue;
        if (totals_points(x, t, x->d->amounts[i]) < NEVER) {
            t->surcharge -= t->surcharge / 8;
            continue;
        }
        i64 now = t->surcharge + step * excess(x, t, x->d->amounts[i]);
        t->surcharge = (i32)(now > LIMIT / 64 ? LIMIT / 64 : now < -LIMIT / 64 ? -LIMIT / 64 : now);
        raised = 1;
    }
    return raised;
}
