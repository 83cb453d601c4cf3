/* The best line of one person. */
#include "lines_pricing.h"

#define MOST_TURNS 12           /* of raising surcharges */

/* Lay out with as many totals as there is room for. */
static void lay_out(Pricing *x) {
    for (;;) {
        totals_choose(x);
        totals_pads(x);
        i32 lost = x->inner ? states_lay(x) : -2;
        if (lost == -1) {
            states_trim(x);
            if (x->cells * (i64)sizeof(i32) <= x->l->room || !x->axes) return;
            lost = -2;
        }
        i32 out = 0; /* drop the one without a bit, or else the last in rank */
        if (lost >= 0) out = x->axis[totals_axis(x, lost)].total;
        else
            for (i32 i = 0, worst = -1; i < x->axes; i++) {
                const Total *t = x->p->total + x->axis[i].total;
                i32 rank = (t->two_sided ? 0 : t->strong ? 100000 : 200000) + (x->axis[i].size < 99999 ? x->axis[i].size : 99999);
                if (rank > worst) worst = rank, out = x->axis[i].total;
            }
        x->dropped |= 1ULL << out;
    }
}

static void read_line(Pricing *x) {
    i32 state = 0, row = 0, cell = 0;
    for (i32 t = x->from; t < x->to; t++) {
        const State *s = x->d->states + state;
        i32 value = values_at(x, state, row, cell), n = s->moves_end - s->moves;
        i32 turn = lines_below(&x->l->dice, n);
        for (i32 i = 0; i < n; i++) {
            const Way *m = x->d->moves + s->moves + (i + turn) % n;
            if (values_at(x, m->to, row + m->outer, cell + m->inner) + m->points != value) continue;
            x->line[t] = m->need;
            state = m->to;
            row += m->outer;
            cell += m->inner;
            break;
        }
    }
}

static i64 priced_cost(const Pricing *x) {
    i64 value = line_cost(x->f, x->p->person, x->line, NULL) * x->l->scale;
    for (i32 t = 0; t < x->f->slots; t++)
        if (x->line[t] >= 0) value -= x->prices[x->line[t]];
    return value;
}

/* The line of least value, with totals in the state that show to bind; 0: there is none. */
static i32 find_line(Pricing *x, i64 *value) {
    for (;;) {
        x->dropped = 0;
        lay_out(x);
        if (x->d->states[0].low > x->d->states[0].high || (!x->p->broken && x->p->impossible)) return 0;
        values_find(x);
        if (values_at(x, 0, 0, 0) >= LIMIT) return 0;
        *value = values_at(x, 0, 0, 0) + x->p->constant * x->l->scale - totals_surcharged(x);
        read_line(x);
        totals_add_up(x);
        u64 broken = totals_left_out_broken(x);
        if (!broken) return 1;
        x->p->chosen |= broken;
    }
}

static i64 first_step(const Pricing *x) {
    i64 most = x->l->scale;
    for (i32 n = x->f->slot_needs[x->from]; n < x->f->slot_needs[x->to]; n++)
        if (x->prices[n] < LIMIT && x->prices[n] > most) most = x->prices[n];
    return most / 8 + 1;
}

/* While the line breaks totals that are not in the state, try others; the last line is the best of those that do not. */
static void mend_line(Pricing *x, i64 *value) {
    i32 slots = x->f->slots;
    i64 step = first_step(x), least = INT64_MAX;
    GROW(x->d, kept, slots + 1);
    for (i32 turn = 0; turn < MOST_TURNS && totals_raise_surcharges(x, step); turn++, step -= step / 6) {
        i64 own;
        if (!find_line(x, &own)) break;
        if (own > *value) *value = own;
        if (totals_any_broken(x)) continue;
        i64 cost = priced_cost(x);
        if (cost < least) least = cost, memcpy(x->d->kept, x->line, sizeof(i32) * slots);
    }
    if (least == INT64_MAX) return;
    memcpy(x->line, x->d->kept, sizeof(i32) * slots);
    totals_add_up(x);
}

static i32 find_best(Lines *l, i32 person, const i32 *prices, const i32 *must, i32 from, i32 to, i32 paced, i32 *line,
                     i64 *value) {
    Pricing x = {.l = l, .f = l->f, .d = l->desk, .prices = prices, .must = must, .line = line, .from = from, .to = to,
                 .paced = paced};
    x.p = lines_person(l, person);
    i32 whole = from == 0 && to == l->f->slots;
    if (!totals_outside(&x)) return 0;
    if (!find_line(&x, value)) {
        if (!whole || must || x.p->broken) return 0;
        person_lenient(l, x.p);
        if (!totals_outside(&x) || !find_line(&x, value)) return 0;
    }
    mend_line(&x, value);
    totals_forget_loose(&x);
    x.d->last = x;
    if (!whole) return LINE_FOUND;
    i32 exact = !x.p->broken && priced_cost(&x) == *value;
    return LINE_FOUND | (exact ? LINE_EXACT : 0) | (order_sound(x.p->order) ? LINE_BOUND : 0);
}

i32 lines_best(Lines *l, i32 person, const i32 *prices, const i32 *must, i32 from, i32 to, i32 *line, i64 *value) {
    return find_best(l, person, prices, must, from, to, 0, line, value);
}

/* The best beginning of a line up to the slot `to`, where `line` is kept before `from`; totals keep pace. */
i32 lines_paced(Lines *l, i32 person, const i32 *prices, i32 from, i32 to, i32 *line, i64 *value) {
    return find_best(l, person, prices, NULL, from, to, to < l->f->slots, line, value);
}
