/* The states of one pricing, forwards. */
#include "lines_pricing.h"

/* --- arcs under prices ----------------------------------------------------------------------------------------------------- */

static void price_arc(const Pricing *x, const Arc *arc, i32 must, Priced *out) {
    i32 scale = x->l->scale, turn = arc->last - arc->first > 1 ? lines_below(&x->l->dice, arc->last - arc->first) : 0;
    i64 extra = totals_surcharge(x, arc->watch);
    out->points = INFINITE;
    for (i32 i = arc->first; i < arc->last; i++) {
        i32 at = i + turn < arc->last ? i + turn : i + turn - (arc->last - arc->first);
        const Option *own = x->p->options + at;
        if (must != MAY_BE_ANY && own->need != must) continue;
        i64 points = (i64)own->points * scale - (own->need < 0 ? 0 : x->prices[own->need]) + extra;
        if (points < out->points) {
            out->points = (i32)(points < -LIMIT ? -LIMIT : points);
            out->option = own->need;
        }
    }
    if (out->points >= LIMIT) out->points = INFINITE;
}

/* Returns the counter of a group for which there is no bit left, or -1. */
static i32 place_arc(const Pricing *x, const Arc *arc, i32 slot, i32 *bits_used, Priced *out) {
    const Form *f = x->f;
    out->outer = out->inner = out->groups = 0;
    if (arc->watch < 0) return -1;
    for (i32 i = f->watch_counters[arc->watch]; i < f->watch_counters[arc->watch + 1]; i++) {
        i32 axis = totals_axis(x, f->counter_of[i]);
        if (axis < 0) continue;
        i32 units = f->counter_amount[i] / x->p->total[x->axis[axis].total].unit;
        if (axis) out->inner += units * x->axis[axis].stride;
        else out->outer += units;
    }
    for (i32 i = f->watch_groups[arc->watch]; i < f->watch_groups[arc->watch + 1]; i++) {
        i32 g = f->group_of[i], axis = totals_axis(x, f->group_counter[g]);
        if (axis < 0 || x->d->touched[g]) continue;
        i32 first = x->l->group_first[g] > x->from ? x->l->group_first[g] : x->from;
        i32 last = x->l->group_last[g] < x->to - 1 ? x->l->group_last[g] : x->to - 1;
        if (first < last && x->d->bits[g] < 0) {
            i32 bit = 0;
            while (bit < MOST_BITS && *bits_used >> bit & 1) bit++;
            if (bit == MOST_BITS) return f->group_counter[g];
            *bits_used |= 1 << bit;
            x->d->bits[g] = bit;
        }
        if (out->groups == ARC_GROUPS) return f->group_counter[g];
        out->bit[out->groups] = first < last ? 1 << x->d->bits[g] : 0;
        out->group_outer[out->groups] = axis ? 0 : 1;
        out->group_inner[out->groups++] = axis ? x->axis[axis].stride : 0;
    }
    (void)slot;
    return -1;
}

/* Bits of groups that end with this slot. */
static i32 ending(const Pricing *x, i32 slot, i32 *bits_used) {
    const Form *f = x->f;
    i32 ended = 0;
    for (i32 a = x->p->arc_first[slot]; a < x->p->arc_first[slot + 1]; a++) {
        i32 w = x->p->arcs[a].watch;
        for (i32 i = w < 0 ? 0 : f->watch_groups[w]; w >= 0 && i < f->watch_groups[w + 1]; i++) {
            i32 g = f->group_of[i];
            if (x->l->group_last[g] == slot && x->d->bits[g] >= 0) ended |= 1 << x->d->bits[g], x->d->bits[g] = -1;
        }
    }
    *bits_used &= ~ended;
    return ended;
}

/* --- states, forwards -------------------------------------------------------------------------------------------------------- */

static i32 state_at(Pricing *x, i32 order, i32 flags) {
    Desk *d = x->d;
    i64 key = ((i64)order << MOST_BITS) | flags;
    if (key >= d->index_room) {
        i64 before = d->index_room;
        GROW(d, index, key + 1);
        memset(d->index + before, -1, sizeof(i32) * (size_t)(d->index_room - before));
    }
    if (d->index[key] >= 0) return d->index[key];
    GROW(d, states, x->states + 1);
    State *s = d->states + x->states;
    memset(s, 0, sizeof(State));
    s->order = order;
    s->flags = flags;
    s->before_least = UNLIMITED;
    d->index[key] = x->states;
    return x->states++;
}

static void forget_index(Pricing *x, i32 from) {
    for (i32 s = from; s < x->states; s++)
        x->d->index[((i64)x->d->states[s].order << MOST_BITS) | x->d->states[s].flags] = -1;
}

static void walk_state(Pricing *x, i32 slot, i32 at, const Priced *priced, i32 ended) {
    Desk *d = x->d;
    const Person *p = x->p;
    i32 from = p->arc_first[slot], order = d->states[at].order, flags = d->states[at].flags;
    d->states[at].moves = x->moves;
    for (i32 a = from; a < p->arc_first[slot + 1]; a++) {
        const Priced *own = priced + a - from;
        if (own->points >= LIMIT) continue;
        Step step = order_step(p->order, slot, order, p->arcs[a].symbol);
        if (step.state < 0) continue;
        i32 outer = own->outer, inner = own->inner, now = flags;
        for (i32 g = 0; g < own->groups; g++) {
            if (own->bit[g] & now) continue;
            outer += own->group_outer[g];
            inner += own->group_inner[g];
            now |= own->bit[g];
        }
        i32 to = state_at(x, step.state, now & ~ended);
        GROW(d, moves, x->moves + 1);
        d->moves[x->moves++] = (Way){to, own->option, own->points + step.points * x->l->scale, outer, inner};
        State *s = d->states + at, *next = d->states + to;
        if (s->before_least + outer < next->before_least) next->before_least = s->before_least + outer;
        if (s->before_most + outer > next->before_most) next->before_most = s->before_most + outer;
    }
    d->states[at].moves_end = x->moves;
}

/* Lay out all states that can be reached; the counter of a group that could not be followed, or -1. */
i32 states_lay(Pricing *x) {
    Desk *d = x->d;
    i32 bits_used = 0;
    GROW(d, layer, x->f->slots + 2);
    GROW(d, bits, x->f->groups + 1);
    for (i32 g = 0; g < x->f->groups; g++) d->bits[g] = -1;
    x->states = x->moves = 0;
    d->layer[x->from] = 0;
    i32 begin = state_at(x, x->begin, 0);
    d->states[begin].before_least = 0;
    forget_index(x, 0);
    for (i32 t = x->from; t < x->to; t++) {
        i32 first = x->p->arc_first[t], arcs = x->p->arc_first[t + 1] - first, end = x->states;
        GROW(d, priced, arcs);
        for (i32 a = 0; a < arcs; a++) {
            price_arc(x, x->p->arcs + first + a, x->must ? x->must[t] : MAY_BE_ANY, d->priced + a);
            i32 lost = place_arc(x, x->p->arcs + first + a, t, &bits_used, d->priced + a);
            if (lost >= 0) return lost;
        }
        i32 ended = ending(x, t, &bits_used);
        d->layer[t + 1] = end;
        for (i32 s = d->layer[t]; s < end; s++) walk_state(x, t, s, d->priced, ended);
        forget_index(x, end);
    }
    d->layer[x->to + 1] = x->states;
    return -1;
}

/* --- which rows of a state are worth keeping ---------------------------------------------------------------------------------- */

void states_trim(Pricing *x) {
    Desk *d = x->d;
    i32 least = 0, most = 0;
    if (x->axes) {
        const Axis *a = x->axis;
        const Total *t = x->p->total + a->total;
        most = a->size - 1;
        while (least <= most && totals_points(x, t, a->outside + least * t->unit) >= NEVER) least++;
    }
    x->cells = 0;
    for (i32 s = x->states - 1; s >= 0; s--) {
        State *own = d->states + s;
        i32 last = s >= d->layer[x->to];
        own->rest_least = last ? 0 : UNLIMITED;
        own->rest_most = last ? 0 : -1;
        i32 kept = own->moves;
        for (i32 m = own->moves; m < own->moves_end; m++) {
            const State *next = d->states + d->moves[m].to;
            if (next->low > next->high) continue; /* a dead end */
            i32 outer = d->moves[m].outer;
            if (outer + next->rest_least < own->rest_least) own->rest_least = outer + next->rest_least;
            if (outer + next->rest_most > own->rest_most) own->rest_most = outer + next->rest_most;
            d->moves[kept++] = d->moves[m];
        }
        own->moves_end = kept;
        own->low = least - own->rest_most > own->before_least ? least - own->rest_most : own->before_least;
        own->high = most - own->rest_least < own->before_most ? most - own->rest_least : own->before_most;
        if (!last && kept == own->moves) own->low = 1, own->high = 0;
        if (own->low > own->high) continue;
        own->at = x->cells;
        x->cells += (i64)(own->high - own->low + 1) * x->inner + x->tail;
    }
}
